"""What came out of a file before any clause is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text, pages apart by form feeds; heading levels of a word processor by line number."""

    text: str
    levels: tuple[tuple[int, int], ...] = ()
