"""A filled form as it was received: what it holds, what is missing of its print, how it is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.drafting.facts import Filled


@dataclass(frozen=True, slots=True)
class Look:
    """How a place is set where it departs or could: names of the fonts of its Chinese characters, sizes in points, and
    fixed distances of lines in points (None where lines are set otherwise). Each is what was found, most used first;
    `words` are the first of those set so. `field` is the path, "" for the form's own print, told by `label`."""

    field: str
    label: str
    words: str
    fonts: tuple[str, ...] = ()
    sizes: tuple[float, ...] = ()
    pitches: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Width and height in centimetres of the first section's page, and whether its margins are mirrored."""

    width: float
    height: float
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What was read. `missing` is print of the form that stands nowhere in it (titles of sections, labels), as the form
    prints it; `unread` the paths of fields whose place was not found, so that nothing can be said of them. `looks` and
    `page` are empty for pasted text, which has no look; one field has a look for each way it is set in, at most a few.
    `text` is all of its text, lines in reading order. `hidden` are words that stand in the file and are not shown, each
    at most 60 characters, and `tracked` says that changes stand in it which nobody accepted or refused; what is hidden
    or struck out is read as not there."""

    form: str
    source: Literal["word", "text", "facts"]
    filled: Filled
    missing: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()
    page: Page | None = None
    text: str = ""
    hidden: tuple[str, ...] = ()
    tracked: bool = False
