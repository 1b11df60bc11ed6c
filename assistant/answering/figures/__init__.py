"""Figures that a question tells against the bounds that clauses set, widen or set for some only."""
