"""Measurements of the assistant beside others, each one command and one table."""
