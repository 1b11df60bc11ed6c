"""What a file holds of one of the forms, before it is said in the form's own terms: strings and numbers alone, so that
it can be handed from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from assistant.export.script import Script
from assistant.export.sheet_read import read
from assistant.precheck.looking import looks
from assistant.precheck.paper import Look
from assistant.precheck.recognising import Blank, recognised


@dataclass(frozen=True, slots=True)
class Received:
    """The form's id; texts by path and the number of records by their path; print that is missing, places not found,
    places that may hold more than their own; how places are set; the page in centimetres; all text."""

    form: str
    texts: Mapping[str, str]
    records: Mapping[str, int]
    missing: tuple[str, ...]
    unread: tuple[str, ...]
    open: tuple[str, ...]
    looks: tuple[Look, ...]
    page: tuple[float, float, bool]
    text: str
    hidden: tuple[str, ...]
    tracked: bool


def received(script: Script, blanks: Mapping[str, Blank], form: str | None, loose: bool = False) -> Received:
    """What a file holds; InputError where it is none of the forms, or could be several."""
    which = recognised(script, blanks, form)
    found = read(script, blanks[which].sheet, loose)
    return Received(
        which,
        found.texts(),
        found.records,
        tuple(dict.fromkeys(found.missing)),
        tuple(dict.fromkeys(found.unread)),
        tuple(found.open),
        () if loose else tuple(looks(found)),
        (script.width, script.height, script.mirrored),
        script.text,
        script.hidden,
        script.tracked,
    )


def to_json(made: Received) -> dict[str, Any]:
    """What JSON can hold of it, which is all."""
    return asdict(made)


def of_json(held: Mapping[str, Any]) -> Received:
    """What `to_json` gave; ValueError, KeyError or TypeError where it is anything else."""
    return Received(
        _text(held["form"]),
        {_text(key): _text(value) for key, value in held["texts"].items()},
        {_text(key): int(value) for key, value in held["records"].items()},
        _texts(held["missing"]),
        _texts(held["unread"]),
        _texts(held["open"]),
        tuple(_look(one) for one in held["looks"]),
        (float(held["page"][0]), float(held["page"][1]), bool(held["page"][2])),
        _text(held["text"]),
        _texts(held["hidden"]),
        bool(held["tracked"]),
    )


def _look(held: Mapping[str, Any]) -> Look:
    return Look(
        _text(held["field"]),
        _text(held["label"]),
        _text(held["words"]),
        _texts(held["fonts"]),
        tuple(float(one) for one in held["sizes"]),
        tuple(None if one is None else float(one) for one in held["pitches"]),
    )


def _texts(held: Any) -> tuple[str, ...]:
    return tuple(_text(one) for one in held)


def _text(held: Any) -> str:
    if not isinstance(held, str):
        raise TypeError("no text")
    return held
