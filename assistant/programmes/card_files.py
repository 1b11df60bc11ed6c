"""Programme cards as reviewers write them: one TOML file a programme, `corpus/programmes/<id>.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from assistant.errors import CorpusError
from assistant.guideline.card import Facet
from assistant.guideline.statement import Attribute, Operator
from assistant.guideline.values import Modality, Role

_Keys = dict[str, type | tuple[type, ...]]
_FILE: _Keys = {
    "programme": str, "checked_by": str, "checked_on": date, "silent": list, "point": list, "rejected": list,
    "conflict": list,
}  # fmt: skip
_PLACE: _Keys = {"quote": str, "document": str, "clause": str}
_POINT: _Keys = _PLACE | {
    "facet": str, "attribute": str, "role": str, "units": list, "subject": str, "operator": str, "modality": str,
    "closed": bool, "exceptions": list, "number": dict, "day": str, "contact": dict, "text": str,
}  # fmt: skip
_BOUND = (int, str)
_NUMBER: _Keys = {"min": _BOUND, "max": _BOUND, "over": _BOUND, "under": _BOUND, "unit": str}
_CONTACT: _Keys = dict.fromkeys(("office", "person", "phone", "fax", "email", "address"), str)
_REJECTED: _Keys = _PLACE | {"attribute": str, "role": str}
_CONFLICT: _Keys = {"facet": str, "quotes": list, "governs": int, "zh": str, "en": str}


class BadCard(CorpusError):
    """A card file is malformed: not TOML, unknown keys, words that are none of a closed list."""

    code = "bad_card"


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a document; `document` "" is the programme's own, `clause` "" any clause that holds them."""

    quote: str
    document: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A point as written, not held against the document yet. What is None follows from the quote."""

    facet: Facet
    place: Place
    attribute: Attribute | None
    role: Role
    units: tuple[str, ...]
    subject: str
    operator: Operator | None
    modality: Modality | None
    closed: bool
    exceptions: tuple[str, ...] | None
    number: dict[str, Any] | None
    day: str
    contact: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """Extracted statements that are wrong: those of the attribute that overlap the words."""

    attribute: Attribute
    place: Place
    role: Role | None


@dataclass(frozen=True, slots=True)
class Clash:
    """Places that say different things; `governs` counts from 1, 0 where the documents do not tell."""

    facet: Facet
    places: tuple[Place, ...]
    governs: int
    reason: tuple[str, str]


@dataclass(frozen=True, slots=True)
class CardFile:
    """One file, checked for its shape."""

    programme: str
    checked_by: str
    checked_on: date
    silent: frozenset[Facet]
    drafts: tuple[Draft, ...]
    rejected: tuple[Rejected, ...]
    clashes: tuple[Clash, ...]


def read_cards(folder: Path) -> tuple[CardFile, ...]:
    """Every card of a folder, kinds of a programme in a folder of its name; BadCard where one is malformed."""
    if not folder.is_dir():
        return ()
    files = tuple(_file(path) for path in sorted(folder.rglob("*.toml")))
    names = [file.programme for file in files]
    if twice := {name for name in names if names.count(name) > 1}:
        raise _bad(sorted(twice)[0], "the programme has two cards")
    return files


def _file(path: Path) -> CardFile:
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _bad(path.name, f"it cannot be read ({error})") from None
    name = str(data.get("programme", path.name))
    _only(data, _FILE, name, "the card")
    if not data.get("checked_by") or type(data.get("checked_on")) is not date:
        raise _bad(name, "it must say checked_by, and checked_on as a date")
    if not all(isinstance(word, str) for word in data.get("silent", ())):
        raise _bad(name, "silent is a list of facets")
    return CardFile(
        name,
        str(data["checked_by"]),
        data["checked_on"],
        frozenset(_one_of(f, Facet, name) for f in data.get("silent", ())),
        tuple(_draft(row, name) for row in data.get("point", ())),
        tuple(_rejected(row, name) for row in data.get("rejected", ())),
        tuple(_clash(row, name) for row in data.get("conflict", ())),
    )


def _draft(row: dict[str, Any], name: str) -> Draft:
    _only(row, _POINT, name, "a point")
    for key, known in (("number", _NUMBER), ("contact", _CONTACT)):
        _only(row.get(key, {}), known, name, key)
    for key in ("units", "exceptions"):
        if not all(isinstance(word, str) for word in row.get(key, ())):
            raise _bad(name, f"{key} is a list of words")
    return Draft(
        _one_of(row.get("facet"), Facet, name),
        _place(row, name),
        _one_of(row["attribute"], Attribute, name) if "attribute" in row else None,
        _one_of(row.get("role", ""), Role, name),
        tuple(row.get("units", ())),
        row.get("subject", ""),
        _one_of(row["operator"], Operator, name) if "operator" in row else None,
        _one_of(row["modality"], Modality, name) if "modality" in row else None,
        row.get("closed", False),
        tuple(row["exceptions"]) if "exceptions" in row else None,
        row.get("number"),
        row.get("day", ""),
        dict(row.get("contact", {})),
        row.get("text", ""),
    )


def _rejected(row: dict[str, Any], name: str) -> Rejected:
    _only(row, _REJECTED, name, "a rejected statement")
    role = _one_of(row["role"], Role, name) if "role" in row else None
    return Rejected(_one_of(row.get("attribute"), Attribute, name), _place(row, name), role)


def _clash(row: dict[str, Any], name: str) -> Clash:
    _only(row, _CONFLICT, name, "a conflict")
    places = tuple(_place(w if isinstance(w, dict) else {"quote": w}, name) for w in row.get("quotes", ()))
    governs = row.get("governs", 0)
    if len(places) < 2 or not 0 <= governs <= len(places) or not (row.get("zh") and row.get("en")):
        raise _bad(name, "a conflict needs two quotes, which of them governs (0: none), and why in zh and en")
    return Clash(_one_of(row.get("facet"), Facet, name), places, governs, (row["zh"], row["en"]))


def _place(row: dict[str, Any], name: str) -> Place:
    if not isinstance(row.get("quote"), str) or not row["quote"].strip():
        raise _bad(name, "a point has no quote")
    return Place(row["quote"], row.get("document", ""), row.get("clause", ""))


def _only(row: Any, known: _Keys, name: str, what: str) -> None:
    if not isinstance(row, dict):
        raise _bad(name, f"{what} is no table")
    if unknown := sorted(row.keys() - known.keys()):
        raise _bad(name, f"{what} has keys that are not known: {', '.join(unknown)}")
    if wrong := sorted(key for key, held in row.items() if not isinstance(held, known[key])):
        raise _bad(name, f"{wrong[0]} of {what} is of the wrong kind")


def _one_of(word: Any, literal: Any, name: str) -> Any:
    if word not in get_args(literal):
        raise _bad(name, f"{word!r} is none of {', '.join(a or '(empty)' for a in get_args(literal))}")
    return word


def _bad(name: str, why: str) -> BadCard:
    return BadCard(f"项目要点 {name} 无法使用：{why}", f"The card {name} cannot be used: {why}")
