"""Drafts against what each case expects, and against what must hold of every draft. Nothing of the product's own
checks is used to grade it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.draft_told import draft_fields, drafted_fields, facts_of
from assistant.drafting.count import words
from assistant.errors import AssistantError
from assistant.service import Assistant
from evals.errors import EvalError

_KEYS = {"id", "kind", "form", "field", "facts", "expect", "note"}
_EXPECT = {"has", "has_not", "covered", "open", "marks", "warns", "silent", "limit", "error", "most"}
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_SUM = re.compile(r"合计(\d+(?:\.\d+)?)[^\d()]*\(((?:\d+(?:\.\d+)?\+)+\d+(?:\.\d+)?)\)")
_ENDS = re.compile(r"(?<=[。！？!?\n])")
_LEAST = 6


@dataclass(frozen=True, slots=True)
class Case:
    """A form, or one field of it, with facts, and what is expected of the draft or of the one sentence refusing it."""

    id: str
    kind: str
    form: str
    field: str | None
    facts: Any
    expect: Mapping[str, Any]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Graded:
    """A case with what is wrong (none: it passes) and the counts of the measures."""

    case: Case
    wrong: tuple[str, ...]
    counts: Counter[str]


def load(files: Iterable[Path]) -> list[Case]:
    """The cases of JSON lines files; EvalError for one that is malformed."""
    cases: list[Case] = []
    for path in files:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                row = json.loads(line)
                if strange := (row.keys() - _KEYS) | (row["expect"].keys() - _EXPECT):
                    raise ValueError(f"unknown {sorted(strange)}")
                cases.append(Case(**row))
            except (ValueError, KeyError, TypeError) as error:
                raise EvalError(f"{path.name}:{number} is no case: {error}") from None
    if len({case.id for case in cases}) < len(cases):
        raise EvalError("Two cases have one id.")
    return cases


def grade(case: Case, assistant: Assistant) -> Graded:
    """Draft one case and look at it."""
    counts: Counter[str] = Counter()
    try:
        sheet = facts_of(json.dumps(case.facts).encode())
        if case.field is None:
            made = drafted_fields(assistant.draft(case.form, sheet), "zh")
        else:
            made = draft_fields(*_turned(assistant.draft_field(case.form, case.field, sheet)))
    except AssistantError as error:
        wanted = case.expect.get("error")
        said = error.message("zh")
        bad = [] if wanted and wanted in said and said.count("。") == 1 else [f"refused: {said}"]
        return Graded(case, tuple(bad), counts)
    wrong = [f"no error that says {case.expect['error']}"] if "error" in case.expect else []
    for one in made.get("fields", [made]):
        wrong += _always(one, case, counts, assistant)
    wrong += _expected(made, case.expect, counts)
    return Graded(case, tuple(wrong), counts)


def lines(graded: Sequence[Graded], *, failures: bool = True) -> list[str]:
    """A table by kind, the measures, and each case that does not pass."""
    total: Counter[str] = sum((g.counts for g in graded), Counter())
    shown = []
    for kind in dict.fromkeys(g.case.kind for g in graded):
        mine = [g for g in graded if g.case.kind == kind]
        shown.append(f"{kind:<16}{sum(not g.wrong for g in mine):>4} of {len(mine)}")
    shown.append(f"{'all':<16}{sum(not g.wrong for g in graded):>4} of {len(graded)}")
    shown += [
        f"within the limit    {total['within']} of {total['limited']} texts with one",
        f"required elements   {total['elements_right']} of {total['elements']} told as expected",
        f"unsupported figures {total['unsupported']} of {total['figures']} figures in all texts",
        f"cut sentences       {total['cut']}",
        f"marks kept          {total['marks_kept']} of {total['marks']} expected",
    ]
    if failures:
        shown += [f"{g.case.id}: {wrong}" for g in graded for wrong in g.wrong]
    return shown


def _turned(pair: tuple[Any, Any]) -> tuple[Any, str, Any]:
    draft, flags = pair
    return draft, "zh", flags


def _always(made: Mapping[str, Any], case: Case, counts: Counter[str], assistant: Assistant) -> Iterator[str]:
    """What must hold of every draft whatever is expected of it."""
    text = made["text"]
    if made["count"] != words(text):
        yield f"count {made['count']} is not that of the text, {words(text)}"
    if made["limit"] is not None:
        counts["limited"] += 1
        counts["within"] += made["count"] <= made["limit"]
        if made["count"] > made["limit"]:
            yield f"{made['count']} over the limit of {made['limit']}"
        if not made["limit_quote"] or str(made["limit"]) not in made["limit_quote"].replace(" ", ""):
            yield f"the limit's quote {made['limit_quote']!r} does not say it"
    for mark in made["placeholders"]:
        if mark not in text:
            yield f"{mark} does not stand in the text"
    if text.count("【待补充：") != len(made["placeholders"]):
        yield "marks are not all listed"
    strange, seen = _unsupported(text, case.facts, assistant, case.form)
    counts["figures"] += seen
    counts["unsupported"] += len(strange)
    if strange:
        yield f"figures in no fact: {strange}"
    cut = _cut(text, set(_told(case.facts)))
    counts["cut"] += len(cut)
    yield from (f"cut: {sentence[:30]}" for sentence in cut)


def _expected(made: Mapping[str, Any], expect: Mapping[str, Any], counts: Counter[str]) -> Iterator[str]:
    """What the case says of its draft."""
    text, told = made["text"], {r["element"]: r["covered"] for r in made["required"]}
    yield from (f"lacks {words_!r}" for words_ in expect.get("has", ()) if words_ not in text)
    yield from (f"has {words_!r}" for words_ in expect.get("has_not", ()) if words_ in text)
    for key, value in (("covered", True), ("open", False)):
        for element in expect.get(key, ()):
            counts["elements"] += 1
            right = told.get(element) is value
            counts["elements_right"] += right
            if not right:
                yield f"{element} is {told.get(element)}, not {value}"
    for mark in expect.get("marks", ()):
        counts["marks"] += 1
        kept = any(mark in one for one in made["placeholders"])
        counts["marks_kept"] += kept
        if not kept:
            yield f"no mark for {mark}"
    if "limit" in expect and made["limit"] != expect["limit"]:
        yield f"limit {made['limit']}, not {expect['limit']}"
    if "most" in expect and made["count"] > expect["most"]:
        yield f"{made['count']} over {expect['most']}"
    for wanted in expect.get("warns", ()):
        alike = [w for w in made["warnings"] if wanted["has"] in w["message"] and wanted.get("quote", "") in w["quote"]]
        if not alike:
            yield f"no warning {wanted}; got {[w['message'] for w in made['warnings']]}"
    if expect.get("silent") and made["warnings"]:
        yield f"warns: {[w['message'] for w in made['warnings']]}"


def _unsupported(text: str, facts: Any, assistant: Assistant, form: str) -> tuple[list[str], int]:
    """Figures of the text that stand neither in the facts nor in the form, nor are sums of terms beside them."""
    flat = _flat(text)
    said = _FIGURE.findall(flat)
    printed = assistant.form(form)
    document = " ".join(clause.text for clause in assistant.document(printed.document).clauses)
    known = set(_FIGURE.findall(_flat(json.dumps(facts, ensure_ascii=False))))
    known |= {year for year in _FIGURE.findall(_flat(document)) if len(year) == 4 and year.startswith("20")}
    known |= {str(n) for n in range(1, len(facts.get("units", ())) + 1)}
    for total, terms in _SUM.findall(flat):
        if sum(map(Decimal, terms.split("+")), Decimal(0)) == Decimal(total):
            known.add(total)
    return [figure for figure in said if figure not in known], len(said)


def _told(facts: Any) -> Iterator[str]:
    """Every sentence that the facts tell."""
    kept = (
        {key: facts.get(key) for key in ("units", "foundations", "plans", "forms")} if isinstance(facts, dict) else {}
    )
    for value in _strings(kept):
        yield from _sentences(value)


def _sentences(text: str) -> Iterator[str]:
    yield from (sentence for part in _ENDS.split(text) if (sentence := part.strip().rstrip("。；;，,")))


def _strings(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    for one in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from _strings(one)


def _cut(text: str, told: set[str]) -> list[str]:
    """Sentences of the text that are the beginning or the end of one told, and not all of it."""
    found = [s for s in _sentences(text) if len(s) >= _LEAST and s not in told]
    return [s for s in found if any(one.startswith(s) or one.endswith(s) for one in told)]


def _flat(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFKC", text))
