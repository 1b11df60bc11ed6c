"""Whether a rule is keyed to what one corpus holds: its programmes, documents, offices, persons, numbers and places."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.guideline.document import Guideline, Programme
from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact
from assistant.programmes.regions import regions

LEAST = 3


@dataclass(frozen=True, slots=True)
class Keyed:
    """`words`, a name of the `sort` that the corpus holds, stand in a string of `file`."""

    words: str
    sort: str
    file: str
    string: str


def sought(
    guidelines: tuple[Guideline, ...], statements: tuple[Statement, ...], others: tuple[Programme, ...] = ()
) -> dict[str, str]:
    """Every name that may stand in no rule, with its sort.

    Ids and names of programmes and documents come from the catalogue, with titles and numbers; offices from its
    issuers and from statements of organisers; persons, numbers and addresses from statements of contacts; places from
    its regions.
    """
    found: dict[str, str] = {}
    for guideline in guidelines:
        entry = guideline.entry
        found |= {guideline.id: "document", entry.title: "document", entry.number: "document"}
        found |= dict.fromkeys(re.split("、", entry.issuer), "office")
        places = [p for p in regions().places(entry.region) if p not in ("中国", "全国")]
        found |= dict.fromkeys(places, "place")
    for programme in (*(p for g in guidelines for p in g.programmes), *others):
        found |= {programme.id: "programme", **dict.fromkeys((*programme.names, *programme.names_en), "programme")}
    for statement in statements:
        found |= _of(statement)
    return {words: sort for words, sort in found.items() if len(words) >= (2 if sort in ("place", "person") else LEAST)}


def _of(statement: Statement) -> dict[str, str]:
    value = statement.value
    if isinstance(value, Contact):
        number = dict.fromkeys((value.phone, value.fax, value.email, value.address), "number")
        return {value.office: "office", value.person: "person", **number}
    if statement.attribute == "organiser" and isinstance(value, str):
        return {value: "office"}
    return {}


def keyed(folder: Path, names: Mapping[str, str]) -> Iterator[Keyed]:
    """The names that stand in strings of the code (docstrings aside) and of the tables below the folder."""
    held = {words.casefold(): words for words in names}
    pattern = re.compile("|".join(_bounded(w) for w in sorted(held, key=len, reverse=True)))
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("data/*.toml"))):
        for string in _strings(path):
            for match in pattern.finditer(string.casefold()):
                words = held[match.group()]
                yield Keyed(words, names[words], path.relative_to(folder).as_posix(), string)


def _bounded(words: str) -> str:
    return rf"(?<![a-z]){re.escape(words)}(?![a-z])" if words.isascii() else re.escape(words)


def _strings(path: Path) -> Iterator[str]:
    if path.suffix == ".toml":
        yield from _leaves(tomllib.loads(path.read_text("utf-8")))
        return
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
