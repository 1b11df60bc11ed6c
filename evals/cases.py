"""The case format: what is asked, what a good answer says, and where the documents say it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from evals.errors import CaseError
from evals.sources import Sources

Kind = Literal[
    "fact", "number", "date", "contact", "eligibility", "verdict", "list", "procedure", "materials", "wordlimit",
    "format", "comparison", "multi_doc", "followup", "colloquial", "typo", "unanswerable", "not_held",
    "out_of_scope", "false_premise", "adversarial",
]  # fmt: skip
Verdict = Literal["yes", "no", "conditional", "not_specified"]
Lang = Literal["zh", "en", "mixed"]
Asker = Literal["applicant", "caller", "clerk", "staff"]
Sense = Literal["leave", "duty"]

SILENT_KINDS = frozenset({"unanswerable", "not_held", "out_of_scope"})


@dataclass(frozen=True, slots=True)
class Gold:
    """Words of a document that prove the answer, verbatim as received (white space aside); any one of those that
    share a `group` other than "" will do."""

    document: str
    quote: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its gold.

    `must_include` is an AND of OR groups. `verdict` is None where the question is not of the whether sort;
    `verdict_alt` holds other verdicts that are fair. `family` groups questions after the same thing. `sense` is "duty"
    where yes binds and no sets free ("must it …?", "is it forbidden …?"): then "no" is the permissive verdict.
    """

    id: str
    question: str
    lang: Lang
    asker: Asker
    kind: Kind
    family: str
    programmes: tuple[str, ...]
    history: tuple[Turn, ...]
    verdict: Verdict | None
    verdict_alt: tuple[Verdict, ...]
    must_include: tuple[tuple[str, ...], ...]
    must_not_include: tuple[str, ...]
    gold: tuple[Gold, ...]
    note: str
    suite: str = ""
    sense: Sense = "leave"

    @property
    def accepted(self) -> frozenset[Verdict]:
        """Every verdict that is fair."""
        return frozenset((*self.verdict_alt, *((self.verdict,) if self.verdict else ())))

    @property
    def gold_groups(self) -> tuple[tuple[Gold, ...], ...]:
        """Gold in the order of the case, alternatives together: each tuple wants one of its quotes."""
        groups: dict[str, list[Gold]] = {}
        for number, gold in enumerate(self.gold):
            groups.setdefault(gold.group or f" {number}", []).append(gold)
        return tuple(tuple(group) for group in groups.values())

    @property
    def silent(self) -> bool:
        """Whether the documents do not answer it."""
        return self.kind in SILENT_KINDS or self.verdict == "not_specified"

    @property
    def digest(self) -> str:
        """Twelve hex digits over all that is asked and expected: a changed case is not compared silently."""
        kept = asdict(self) | {"suite": "", "note": ""}
        if self.sense == "leave":
            del kept["sense"]  # the usual sense was never written down, nor were groups of one
        kept["gold"] = [{k: v for k, v in gold.items() if v} for gold in kept["gold"]]
        body = json.dumps(kept, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(body.encode()).hexdigest()[:12]


_OPTIONAL = frozenset({"sense"})
_KEYS = frozenset(field.name for field in fields(Case)) - {"suite"}
_CHOICES: Mapping[str, tuple[str, ...]] = {"lang": get_args(Lang), "asker": get_args(Asker), "kind": get_args(Kind),
                                          "sense": get_args(Sense)}  # fmt: skip


def load_cases(files: Iterable[Path], sources: Sources) -> tuple[Case, ...]:
    """The cases of the files in order, each valid and its gold standing in the sources; CaseError otherwise."""
    seen: dict[str, str] = {}
    cases: list[Case] = []
    for path in files:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            case = parse(line, f"{path.name}:{number}", suite=path.stem)
            if case.id in seen:
                raise CaseError(f"{path.name}:{number}: the id {case.id} is already used at {seen[case.id]}.")
            seen[case.id] = f"{path.name}:{number}"
            check_gold(case, sources, seen[case.id])
            cases.append(case)
    return tuple(cases)


def check_gold(case: Case, sources: Sources, where: str) -> None:
    """CaseError unless every gold quote stands in the document that it names."""
    for gold in case.gold:
        if gold.document not in sources.by_id:
            raise CaseError(f"{where}: {case.id} names the document {gold.document}, which is not among the sources.")
        if not sources.gold_spans(gold.quote, gold.document):
            raise CaseError(f"{where}: a gold quote of {case.id} does not stand in {gold.document}: {gold.quote!r}.")


def parse(line: str, where: str, suite: str = "") -> Case:
    """The case of one JSON line; `where` names the line in errors."""
    try:
        raw = json.loads(line)
    except ValueError:
        raise CaseError(f"{where}: this is not valid JSON.") from None
    if not isinstance(raw, dict):
        raise CaseError(f"{where}: a case must be a JSON object.")
    if unknown := sorted(raw.keys() - _KEYS):
        raise CaseError(f"{where}: unknown key {unknown[0]}.")
    if missing := sorted(_KEYS - _OPTIONAL - raw.keys()):
        raise CaseError(f"{where}: the key {missing[0]} is missing.")
    return _built(raw, where, suite)


def _built(raw: dict[str, Any], where: str, suite: str) -> Case:
    for key in ("id", "question", "family", "note"):
        _require(isinstance(raw[key], str) and (raw[key].strip() or key == "note"), where, key, "a string")
    for key, choices in _CHOICES.items():
        _require(raw.get(key, choices[0]) in choices, where, key, "one of " + ", ".join(choices))
    _require(raw["verdict"] is None or raw["verdict"] in get_args(Verdict), where, "verdict", "a verdict or null")
    _require(_strings(raw["verdict_alt"], get_args(Verdict)), where, "verdict_alt", "a list of verdicts")
    _require(_strings(raw["programmes"]), where, "programmes", "a list of programme ids")
    _require(_strings(raw["must_not_include"]), where, "must_not_include", "a list of strings")
    groups = raw["must_include"]
    _require(isinstance(groups, list) and all(g and _strings(g) for g in groups), where, "must_include",
             "a list of lists of strings, none empty")  # fmt: skip
    _require(_records(raw["gold"], ("document", "quote"), ("group",)), where, "gold",
             'a list of {"document", "quote", "group"?}')  # fmt: skip
    turns = raw["history"]
    _require(_records(turns, ("role", "content")) and all(t["role"] in ("user", "assistant") for t in turns), where,
             "history", 'a list of {"role", "content"}')  # fmt: skip
    return Case(**{
        **raw,
        "programmes": tuple(raw["programmes"]),
        "history": tuple(Turn(**turn) for turn in turns),
        "verdict_alt": tuple(raw["verdict_alt"]),
        "must_include": tuple(tuple(group) for group in groups),
        "must_not_include": tuple(raw["must_not_include"]),
        "gold": tuple(Gold(**gold) for gold in raw["gold"]),
        "suite": suite,
    })  # fmt: skip


def _strings(value: object, choices: tuple[str, ...] = ()) -> bool:
    """Whether it is a list of non-empty strings (of the choices, where there are any)."""
    return isinstance(value, list) and all(isinstance(v, str) and v and (not choices or v in choices) for v in value)


def _records(value: object, keys: tuple[str, ...], more: tuple[str, ...] = ()) -> bool:
    """Whether it is a list of objects of non-empty strings with all of the keys, and none but those and `more`."""
    return isinstance(value, list) and all(
        isinstance(v, dict) and set(keys) <= v.keys() <= {*keys, *more}
        and all(isinstance(text, str) and text for text in v.values())
        for v in value
    )  # fmt: skip


def _require(holds: object, where: str, key: str, wanted: str) -> None:
    if not holds:
        raise CaseError(f"{where}: {key} must be {wanted}.")
