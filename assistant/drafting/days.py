"""Days and months as fields of forms hold them (2024-05-10) and as forms print them (2024年5月10日)."""

from __future__ import annotations

from datetime import date

from assistant.guideline.patterns import regex

_TOLD = regex(r"(\d{4})\s*[-年./]\s*(\d{1,2})(?:\s*[-月./]\s*(?:(\d{1,2})\s*日?)?)?")


def day_in(words: str) -> str | None:
    """The real day or month that words are, as 2024-05-10 or 2024-05; None where they are none."""
    found = _TOLD.fullmatch(words.strip())
    try:
        day = date(int(found[1]), int(found[2]), int(found[3] or 1)) if found is not None else None
    except ValueError:
        return None
    return None if day is None or found is None else day.isoformat()[: None if found[3] else 7]


def day_printed(words: str) -> str:
    """The day or month as forms print it; words that are none stay as they are."""
    day = day_in(words)
    return (
        words if day is None else "".join(f"{int(n)}{sign}" for n, sign in zip(day.split("-"), "年月日", strict=False))
    )
