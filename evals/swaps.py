"""Twins of the questions: the documents stay, one thing in the question is another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from assistant.answering.answer import Answer, Question
from assistant.guideline.document import Programme
from assistant.guideline.values import Unit
from assistant.programmes.units import taxonomy
from evals.bounding import bounds
from evals.figures import rewritten
from evals.places import sentences_at
from evals.told import Known, silent
from evals.twins import Twin
from evals.worlds import Workshop

OTHERS = 2
_CAN = re.compile(r"能不能|可不可以|可否|能否|是否可以")
_CAN_IT = re.compile(r"(?<![不可才只就])(?P<can>可以|能)(?P<what>[^，,。？?]{1,24}?)(?:吗|么|不)(?P<end>[？?]?)$")


def programmes(known: Known, shop: Workshop) -> Iterator[Twin]:
    """Another programme is named: the answer is the one that the same question gets with that programme chosen. A
    question that names its programme a second time, in other words, would be about two and has no such twin."""
    held = [p for g in shop.plain.guidelines for p in g.programmes if p.held and "/" not in p.id]
    own = [p for p in held if p.id in known.case.programmes]
    if len(known.case.programmes) != 1 or not own or known.question.history:
        return
    name = next((n for n in sorted(own[0].names, key=len, reverse=True) if n in known.question.text), "")
    unnamed = Question(known.question.text.replace(name, "该项目")) if name else known.question
    if not name or shop.plain.engine.understand(unnamed, shop.plain.today).named:
        return
    for other in _others(held, own[0]):
        named = shop.plain.ask(Question(known.question.text.replace(name, other.name)))
        chosen = shop.plain.ask(replace(unnamed, programme=other.id))
        follows = _said(named) == _said(chosen)
        more = not follows and not silent(named) and _rank(named) > _rank(chosen)
        why = "" if follows else f"chosen: {chosen.verdict} {_quoted(chosen)}; named: {named.verdict} {_quoted(named)}"
        yield Twin("programme", known, f"{name} → {other.name}", "as chosen", named, follows, more, why)


def entities(known: Known, shop: Workshop) -> Iterator[Twin]:
    """A kind of unit outside every kind that a closed rule admits: never yes."""
    frame = shop.plain.engine.understand(known.question, shop.plain.today)
    asked = [u for u in frame.units if u.words and u.words in known.question.text and u.kind not in taxonomy().generic]
    if len(asked) != 1 or known.answer.verdict is None or known.question.history:
        return
    ruled = _ruled(known, frame.role, shop)
    for kind in _outside(ruled) if ruled else ():
        label = taxonomy().labels[kind][0 if frame.language == "zh" else 1]
        text = known.question.text.replace(asked[0].words, label)
        answer = shop.plain.ask(replace(known.question, text=text))
        follows = answer.verdict != "yes"
        why = "" if follows else f"yes by: {_quoted(answer)}"
        yield Twin("entity", known, f"{asked[0].words} → {label}", "not yes", answer, follows, not follows, why)


def quantities(known: Known, shop: Workshop) -> Iterator[Twin]:
    """The figure asked about just under, at and over the bound."""
    if known.answer.verdict is None:
        return
    texts = {p.document: shop.source(p.document) for p in known.deciding}
    sentences = [p for g in shop.plain.guidelines for p in sentences_at(g, [*known.gold, *known.deciding])]
    bound = next(bounds(known, sentences, texts), None)
    if bound is None:
        return
    for value, inside in bound.around():
        words = known.question.text
        text = words[: bound.asked.start] + rewritten(bound.asked, Fraction(value)) + words[bound.asked.end :]
        answer = shop.plain.ask(replace(known.question, text=text))
        wanted = {"yes", "conditional"} if inside else {"no"}
        follows = answer.verdict in wanted
        more = not inside and answer.verdict in ("yes", "conditional")
        why = "" if follows else f"{answer.verdict} by: {_quoted(answer)}"
        change = f"{bound.asked.written}{bound.asked.unit} → {value}{bound.asked.unit}"
        yield Twin("quantity", known, change, "/".join(sorted(wanted)), answer, follows, more, why)


def negations(known: Known, shop: Workshop) -> Iterator[Twin]:
    """Asked whether it is forbidden instead of allowed: yes and no change places."""
    wanted = {"yes": "no", "no": "yes"}.get(known.answer.verdict or "", "")
    text = negated(known.question.text)
    if not wanted or not text or known.question.history:
        return
    answer = shop.plain.ask(replace(known.question, text=text))
    follows = answer.verdict == wanted
    more = wanted == "yes" and answer.verdict == "no" and not answer.answer.startswith(("不", "No"))
    why = "" if follows else f"{'silent' if silent(answer) else answer.verdict} by: {_quoted(answer)}"
    yield Twin("negation", known, text, wanted, answer, follows, more, why)


def negated(question: str) -> str:
    """The question whether the same is forbidden, "" where its form is no plain "may it"."""
    if len(_CAN.findall(question)) == 1:
        return _CAN.sub("是不是不能", question)
    match = _CAN_IT.search(question)
    if not match or _CAN.search(question):
        return ""
    return f"{question[: match.start()]}是不是不{match['can']}{match['what']}{match['end'] or '？'}"


SWAPS: Mapping[str, Callable[[Known, Workshop], Iterator[Twin]]] = {
    "programme": programmes, "entity": entities, "quantity": quantities, "negation": negations,
}  # fmt: skip


def _others(held: list[Programme], own: Programme) -> list[Programme]:
    """The next programmes of the catalogue after `own`, of another document first."""
    at = held.index(own)
    turned = held[at + 1 :] + held[:at]
    return (
        sorted(turned, key=lambda p: p.document == own.document)[: OTHERS - 1]
        + [p for p in turned if p.document == own.document][:1]
    )


def _ruled(known: Known, role: str, shop: Workshop) -> tuple[Unit, ...]:
    """The kinds that rules of the asked role admit, none where no rule closes the role."""
    own = set(known.case.programmes)
    said = [
        s
        for s in shop.statements(known.deciding[0].document)
        if s.attribute == "unit"
        and s.role == role
        and s.modality != "must_not"
        and (not s.programmes or own & set(s.programmes))
    ]
    return tuple(u for s in said for u in s.units) if any(s.closed for s in said) else ()


def _outside(ruled: tuple[Unit, ...], count: int = 3) -> tuple[str, ...]:
    """Kinds that lie outside all of those, evenly over the graph."""
    kinds = taxonomy()
    apart = [
        k
        for k in kinds.labels
        if k not in kinds.generic and all(kinds.relation(Unit(k), u) == "outside" for u in ruled)
    ]
    return tuple(apart[:: max(1, len(apart) // count)][:count])


def _said(answer: Answer) -> tuple[object, ...]:
    return answer.verdict, silent(answer), tuple(sorted(c.quote for c in answer.citations))


def _rank(answer: Answer) -> int:
    return {"yes": 3, "conditional": 2, "no": 0}.get(answer.verdict or "", 1)


def _quoted(answer: Answer) -> str:
    return answer.citations[0].quote[:40] if answer.citations else answer.answer[:30]
