"""Findings put into words: reasons, citations, what to ask back, whom to turn to, what to ask next."""
