"""Assistants that anybody could have in an afternoon, behind the same suite as ours."""
