"""Yes or no on rules, duties and facts, and the nets that every yes has to pass."""
