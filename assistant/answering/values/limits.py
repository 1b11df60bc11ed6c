"""How many characters a form field may have: the fields whose labels the question speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.statement import Statement
from assistant.guideline.values import Quantity

_SEVERAL = regex(r"分别|各|、|还有|以及|和|与|\beach\b|\band\b|\bboth\b")
_ALL = regex(r"(?:各|每|所有|全部)(?:个|一)?(?:部分|项|栏|块|章|节)|\b(?:each|every|all) (?:part|section|field)")
_MOST = 12
HOW_LONG_A_TEXT = regex(
    r"\bhow long\b[^?]*\b(?:section|field|part|box|report|statement|summary|text|description|narrative)\b"
    r"[^?]*\bbe(?: written)?\s*(?:[?(]|$)"
)
_LONGER = regex(
    r"哪(?:个|[一边]?[个栏项块格章]|部分|一?边)[^，。；？?]{0,12}(?:更|多|少|长|短|宽|[大小]$)|\bwhich\b[^?]*\b(?:longer|shorter|more|fewer)\b"
)
_OF_LENGTH = regex(r"字|篇幅|写|[长短]|\b(?:characters?|words?|longer|shorter)\b")
_A_NAME = 4  # characters


@dataclass(frozen=True, slots=True)
class _Labelled:
    statement: Statement
    label: str


def limits(scene: Scene) -> Finding | None:
    """The word limits of the fields named, one for each part of the question that names another field."""
    fields = [
        _Labelled(s, _label(scene, s))
        for s in scene.statements
        if s.attribute == "word_limit" and isinstance(s.value, Quantity)
    ]
    weights = {f.label: _pieces(scene, f) for f in fields}
    chosen: list[_Labelled] = []
    left: set[str] | None = None
    first = 0.0
    each = re.search(r"分别|各|\beach\b|呢[?？]?$", scene.frame.masked)
    while len(chosen) < (2 if each else 4) and len(chosen) < (4 if _SEVERAL.search(scene.frame.masked) else 1):
        ranked = sorted(
            (f for f in fields if f not in chosen),
            key=lambda f: (-sum(w for p, w in weights[f.label].items() if left is None or p in left), len(f.label)),
        )
        if not ranked:
            break
        best = ranked[0]
        score = sum(w for p, w in weights[best.label].items() if left is None or p in left)
        if score < (1.4 if not chosen else 0.8 if each else max(1.2, 0.3 * first)):
            break
        first = first or score
        chosen.append(best)
        everything = {p for w in weights.values() for p in w}
        left = (left if left is not None else everything) - set(weights[best.label])
    if not chosen:
        return None
    # A clause with several limits is told whole only where several are asked for.
    one = _SEVERAL.search(scene.frame.masked) is None
    quotes = tuple(_whole(f.statement, not one or len(_limits_of(f, fields)) == 1) for f in chosen)
    said = "；".join(_said(q, _named(f.statement)) for q, f in zip(quotes, chosen, strict=True))
    return Finding(
        scene.programme, "answered", None, said, quotes, score=6.0 + first, coverage=0.9
    )  # fmt: skip


def longer_limit(scene: Scene) -> Finding | None:
    """The limits of the fields that the question names side by side, the greater first, where it asks which allows
    more; the one of this programme where the other field is on another's form, silence where neither is."""
    frame = scene.frame
    if frame.whether or not (_LONGER.search(frame.masked) and _OF_LENGTH.search(frame.masked)) or not scene.chosen:
        return None
    held = [s for s in scene.statements if s.attribute == "word_limit" and isinstance(s.value, Quantity)]
    asked = re.sub(r"\s", "", frame.masked)
    named = {label: s for s in held if (label := _bare_label(s)) in asked and len(label) >= _A_NAME}
    named = {n: s for n, s in named.items() if not any(n != other and n in other for other in named)}
    if len(frame.named) > 1 and not named:
        return Finding(scene.programme, "not_specified", "not_specified", "", ())
    if len(named) < (1 if len(frame.named) > 1 else 2):
        return None
    ranked = sorted(((_most(s), label, s) for label, s in named.items()), key=lambda r: -r[0])
    told = "".join(
        f"{'' if not n else '＞' if ranked[n - 1][0] > most else '＝'}{label}{most:g}字"
        for n, (most, label, _) in enumerate(ranked)
    )
    quotes = tuple(s.quote for _, _, s in ranked[:4])
    said = f"{told}：{'；'.join(q.text for q in quotes)}"
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)


def _bare_label(statement: Statement) -> str:
    """The field's own name without what its programme is called ("前期主要业绩成果")."""
    return re.sub(r"^(?:[一-鿿]{2}中心|联合体|共同体|基地)(?=[一-鿿]{4})|\s|（[^）]*）", "", _named(statement))


def _most(statement: Statement) -> float:
    """The most characters that the field may have."""
    value = statement.value
    return float(value.interval.high or 0) if isinstance(value, Quantity) else 0.0


def all_limits(scene: Scene) -> Finding | None:
    """Every limit of the form named, where the limits of all its parts are asked for; at most six."""
    frame = scene.frame
    if "word_limit" not in frame.concepts or not _ALL.search(frame.masked) or frame.whether or not scene.chosen:
        return None
    named = [t for t in frame.terms if "application_form" in t.concepts]
    forms = [w for t in named for w in (t.words, *t.also) if len(w) > 1]
    held = [s for s in scene.statements if s.attribute == "word_limit" and isinstance(s.value, Quantity)]
    own = [s for s in held if any(f in p for f in forms for p in s.quote.clause.path)] or held
    if not 1 < len(own) <= _MOST:
        return None
    quotes = tuple(s.quote for s in own)
    said = "；".join(_said(q, _named(s)) for q, s in zip(quotes, own, strict=True))
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)


def _label(scene: Scene, statement: Statement) -> str:
    """The words a field is known by; a limit that says 下同 holds for the items after it too."""
    clause = statement.quote.clause
    alike = [
        c.heading
        for c in scene.guideline.clauses
        if "下同" in clause.text and c.parent == clause.parent and c.order > clause.order
    ]
    return " ".join((statement.subject, clause.heading, clause.text, *alike)).lower()


def _named(statement: Statement) -> str:
    """What the field is called: its own label, else that of the group or heading it stands under."""
    clause = statement.quote.clause
    above = clause.context.split(" › ")[-1] or (clause.path[-1] if clause.path else "")
    return statement.subject or clause.heading or re.sub(r"（表头.*", "", above)


def _said(quote: Quote, subject: str) -> str:
    return quote.text if not subject or subject in quote.text else f"{subject}：{quote.text}"


def _limits_of(field: _Labelled, fields: list[_Labelled]) -> set[object]:
    """The limits that the field's clause sets."""
    return {f.statement.value for f in fields if f.statement.quote.clause.id == field.statement.quote.clause.id}


def _whole(statement: Statement, alone: bool) -> Quote:
    """The field's own text, guidance and all, where it is short and limits nothing else."""
    clause = statement.quote.clause
    apart = not alone and clause.kind in ("paragraph", "item")
    return statement.quote if apart or len(clause.text) > 160 else span(clause, 0, len(clause.text))


def _pieces(scene: Scene, field: _Labelled) -> dict[str, float]:
    """What of the label the question names: its terms, and pairs of characters that it shares word for word."""
    pieces: dict[str, float] = {}
    for term in scene.frame.terms:
        if set(term.concepts) & {"word_limit", "application_form", "count_limit", "number_of"}:
            continue
        worth = max((f for a, f in term.alternatives if a in field.label), default=0.0)
        if worth:
            pieces[term.words] = term.weight * worth
    text = scene.frame.masked
    subject = re.sub(r"\W", "", field.statement.subject.lower())
    for a, b in pairwise(subject):
        if a + b in text and not a.isdigit():
            pieces.setdefault(a + b, 0.8)
    return pieces
