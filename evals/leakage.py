"""Whether wording of questions stands in code or data: what is written for one question proves nothing of the next."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.programmes.units import taxonomy
from assistant.reading.catalogue import read_catalogue
from evals import notices
from evals.errors import EvalError
from evals.sources import Sources, load_sources

LEAST = 7
ENDINGS = (".py", ".toml", ".html", ".js", ".css", ".md", ".json", ".txt")
_STRING = re.compile(r"[\"'`\n]")
_UNIT = re.compile(r"[a-z]+|[^\W_]")

Window = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, or an earlier turn of one, with the id of its case."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Leak:
    """`run`: words of the question `id` that no source has and that stand in `file`."""

    id: str
    run: str
    file: str


def units(text: str) -> list[str]:
    """The text as its letters and figures, after NFKC and case folding, without white space and punctuation.

    A Chinese character or a digit is one unit, and so is a Latin word: letter by letter any two English texts
    would share runs of seven.
    """
    return _UNIT.findall(unicodedata.normalize("NFKC", text).casefold())


def windows(text: str, least: int = LEAST) -> Iterator[Window]:
    """Every run of `least` units, in order."""
    return _windows(units(text), least)


def held_in(files: Iterable[Path], home: Path) -> dict[Window, str]:
    """Every window of the strings and lines of the files, with the first file (relative to `home`) that has it."""
    held: dict[Window, str] = {}
    for path in files:
        for part in _STRING.split(path.read_text("utf-8")):
            for window in windows(part):
                held.setdefault(window, path.relative_to(home).as_posix())
    return held


def project_files(home: Path) -> tuple[Path, ...]:
    """All code and data that answers rest on: rooms, wording, catalogue, reviewed layers; not sources and tests."""
    corpus = home / "corpus"
    found = [home / "app.py", *corpus.glob("*.toml")]
    for folder in (home / "assistant", home / "prompts", corpus / "corrections", corpus / "programmes"):
        found += folder.rglob("*")
    return tuple(sorted(p for p in found if p.is_file() and p.suffix in ENDINGS and "__pycache__" not in p.parts))


def known_in(corpus: Path) -> frozenset[Window]:
    """What questions may share with code: the words of the sources, the names of programmes in the catalogue, and what
    kinds of unit are called (nouns, none with 的 in it)."""
    names = [name for name in taxonomy().chinese_names() if "的" not in name]
    names += [name for p in read_catalogue(corpus / "catalogue.toml").programmes for name in (*p.names, *p.names_en)]
    return _windows_of(load_sources(corpus / "sources")) | {w for name in names for w in windows(name)}


def leaks(asked: Iterable[Asked], held: Mapping[Window, str], known: frozenset[Window]) -> tuple[Leak, ...]:
    """Every leak, question by question, longest runs joined."""
    return tuple(leak for one in asked for leak in _of(one, held, known))


def search(files: Iterable[Path], home: Path) -> tuple[Leak, ...]:
    """The leaks of the questions of some files into the project at `home`: what its corpus has is known, and for the
    questions on the unseen notices what those have."""
    held, own = held_in(project_files(home), home), known_in(home / "corpus")
    found: list[Leak] = []
    for path in files:
        asked = asked_in(path)
        unseen = path.resolve().parent == notices.FOLDER
        found += leaks(asked, held, own | _windows_of(load_sources(notices.FOLDER)) if unseen else own)
    return tuple(found)


def asked_in(path: Path) -> tuple[Asked, ...]:
    """The questions and user turns of a JSONL file of cases or questions; EvalError where it is none."""
    found: list[Asked] = []
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise EvalError(f"The questions file {path} cannot be read: {error}.") from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found += _asked(line, f"{path.name}:{number}")
    return tuple(found)


def _windows_of(sources: Sources) -> frozenset[Window]:
    return frozenset(window for source in sources.by_id.values() for window in windows(source.text))


def _of(asked: Asked, held: Mapping[Window, str], known: frozenset[Window]) -> Iterator[Leak]:
    found = units(asked.text)
    files = {at: held[w] for at, w in enumerate(_windows(found, LEAST)) if w in held and w not in known}
    while files:
        first = last = min(files)
        file = files.pop(first)
        while last + 1 in files:
            last += 1
            files.pop(last)
        yield Leak(asked.id, _shown(found[first : last + LEAST]), file)


def _windows(found: list[str], least: int) -> Iterator[Window]:
    return (tuple(found[at : at + least]) for at in range(len(found) - least + 1))


def _shown(run: list[str]) -> str:
    return re.sub(r"(?<=[^a-z]) | (?=[^a-z])", "", " ".join(run))


def _asked(line: str, where: str) -> Iterator[Asked]:
    try:
        fields = json.loads(line)
        yield Asked(str(fields["id"]), str(fields["question"]))
        for turn in fields.get("history") or []:
            if turn["role"] == "user":
                yield Asked(str(fields["id"]), str(turn["content"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise EvalError(f"{where}: this is no question with an id.") from None
