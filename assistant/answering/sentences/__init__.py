"""Documents as sentences, and what a sentence rules, frees, lists or bounds; nothing here knows a question."""
