"""The catalogue of a corpus: what is known of each document and which programmes there are."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from assistant.errors import CorpusError
from assistant.guideline.document import Entry, Programme, Status

_DOCUMENT = {
    "file", "title", "issuer", "number", "issued", "in_force", "deadline", "region", "status", "provenance", "amends",
}  # fmt: skip
_PROGRAMME = {"id", "document", "names", "names_en", "annex", "held"}


class BadCatalogue(CorpusError):
    """The catalogue cannot be used as it stands."""

    code = "bad_catalogue"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Entries by document id, and the programmes in the order of the file, those not held included."""

    entries: Mapping[str, Entry]
    programmes: tuple[Programme, ...]

    def of(self, document: str) -> tuple[Programme, ...]:
        """The programmes that a document regulates."""
        return tuple(p for p in self.programmes if p.document == document and p.held)

    @property
    def others(self) -> tuple[Programme, ...]:
        """The look-alikes whose documents are not here."""
        return tuple(p for p in self.programmes if not p.held)


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in a TOML file, empty where there is no file; unknown keys and double ids fail."""
    if not path.exists():
        return Catalogue({}, ())
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise bad_catalogue(f"it cannot be read ({error})") from None
    if unknown := data.keys() - {"document", "programme"}:
        raise bad_catalogue(f"unknown table {sorted(unknown)[0]!r}")
    entries = {Path(row.get("file", "")).stem: _entry(row) for row in data.get("document", [])}
    programmes = tuple(_programme(row) for row in data.get("programme", []))
    ids = [programme.id for programme in programmes]
    if twice := {i for i in ids if ids.count(i) > 1}:
        raise bad_catalogue(f"the programme {sorted(twice)[0]!r} stands twice")
    return Catalogue(entries, programmes)


def _entry(row: dict[str, Any]) -> Entry:
    if row.keys() - _DOCUMENT or "file" not in row:
        raise bad_catalogue(f"a document has the wrong keys: {sorted(row)}")
    for key in ("issued", "in_force", "deadline"):
        if not isinstance(row.get(key), date | None):
            raise bad_catalogue(f"{key} of {row['file']} is not a date")
    if row.get("status", "unknown") not in get_args(Status):
        raise bad_catalogue(f"the status of {row['file']} is none of {', '.join(get_args(Status))}")
    amends = row.get("amends", [])
    if not isinstance(amends, list) or not all(isinstance(stem, str) and stem for stem in amends):
        raise bad_catalogue(f"amends of {row['file']} is not a list of documents")
    return Entry(**{**row, "amends": tuple(amends)})


def _programme(row: dict[str, Any]) -> Programme:
    if row.keys() - _PROGRAMME or not {"id", "names"} <= row.keys() or not row["names"]:
        raise bad_catalogue(f"a programme has the wrong keys: {sorted(row)}")
    held = row.get("held", True)
    if held != bool(row.get("document")):
        raise bad_catalogue(f"the programme {row['id']} must name its document, or be marked held = false")
    return Programme(
        id=row["id"],
        document=row.get("document", ""),
        names=tuple(row["names"]),
        names_en=tuple(row.get("names_en", ())),
        annex=row.get("annex", ""),
        held=held,
    )


def bad_catalogue(why: str) -> BadCatalogue:
    """The error that says why, in one sentence."""
    return BadCatalogue(f"目录 catalogue.toml 无法使用：{why}", f"The catalogue cannot be used: {why}")
