"""Twins of the documents: each case is asked again after its rule was deleted, its figure or its modality changed.

All edits are made in memory, in the source text as received; the edited document is read again from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from assistant.answering.answer import Answer
from evals.bounding import bounds
from evals.figures import Figure, figures, other, rewritten
from evals.modals import Modal, expected, modals
from evals.places import Place, before_cuts, gold_places, merged, sentences_at, without
from evals.told import Known, cited, silent
from evals.worlds import Workshop, World

ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Twin:
    """One changed world or question: what was changed, what should follow, what was said, and why it does not.

    `permissive` says that the answer permits more than the changed documents do. `changed` are the edited places of
    the unedited sources, `world` the engine that was asked.
    """

    kind: str
    known: Known
    change: str
    wanted: str
    got: Answer
    follows: bool
    permissive: bool = False
    why: str = ""
    changed: tuple[Place, ...] = ()
    world: World | None = None


Maker = Callable[[Known, Workshop], Twin | None]


def deleted(known: Known, shop: Workshop) -> Twin | None:
    """Every sentence that states the rule is deleted, round by round whatever is cited next: nothing may be left."""
    world, answer = shop.plain, known.answer
    cuts: list[Place] = []
    for rounds in range(1, ROUNDS + 1):
        texts = {g.id: g.source for g in world.guidelines}
        stated = [*gold_places(known.case.gold, texts), *cited(answer.citations)]
        places = [before_cuts(p, cuts) for g in world.guidelines for p in sentences_at(g, stated)]
        if not places:
            break
        cuts = merged([*cuts, *places])
        world = shop.edited({d: without(shop.source(d), [c for c in cuts if c.document == d])
                             for d in {c.document for c in cuts}})  # fmt: skip
        answer = world.ask(known.question)
        if silent(answer):
            change = f"{len(cuts)} sentences deleted in {rounds} rounds"
            return Twin("delete", known, change, "silence", answer, True, changed=tuple(cuts), world=world)
    why = f"another sentence is taken for the rule: {_quote(answer)}" if answer.citations else "no clause is cited"
    change = f"all deleted that was cited in {ROUNDS} rounds"
    return Twin("delete", known, change, "silence", answer, False, answer.verdict == "yes", why)


def figured(known: Known, shop: Workshop) -> Twin | None:
    """The figure that decides is another: the answer and its quote follow."""
    texts = {p.document: shop.source(p.document) for p in known.deciding}
    sentences = [p for g in shop.plain.guidelines for p in sentences_at(g, [*known.gold, *known.deciding])]
    found = _told(known, sentences, texts) if known.answer.verdict is None else _bounding(known, sentences, texts)
    if found is None:
        return None
    figure, value, wanted = found
    new = Figure(0, 0, rewritten(figure, value), value, figure.unit)
    edits = [(p, f) for p in sentences for f in figures(texts.get(p.document, "")[p.start : p.end])
             if (f.value, f.unit) == (figure.value, figure.unit)]  # fmt: skip
    changed = tuple(Place(p.document, p.start + f.start, p.start + f.end) for p, f in edits)
    world = shop.edited(_replaced(texts, {c: rewritten(f, value) for c, (_, f) in zip(changed, edits, strict=True)}))
    answer = world.ask(known.question)
    quoted = any(new.told_in(c.quote) for c in answer.citations)
    follows = quoted and (answer.verdict in wanted if wanted else new.told_in(answer.answer))
    why = "" if follows else _astray(answer, figure, new)
    more = wanted == {"no"} and answer.verdict in ("yes", "conditional")
    change = f"{figure.written}{figure.unit} → {new.written}{new.unit}"
    told = "/".join(sorted(wanted)) or f"{new.written}{new.unit}"
    return Twin("figure", known, change, told, answer, follows, more, why, changed, world)


def turned(known: Known, shop: Workshop) -> Twin | None:
    """The one modal word of the deciding quote means the opposite: the verdict follows."""
    place = known.deciding[0]
    text = shop.source(place.document)
    held = _governing(known.question.text, text, place)
    wanted = _after(known, held[0], shop) if held else frozenset()
    if not wanted:
        return None
    edits = {Place(place.document, place.start + m.start, place.start + m.end): m.instead for m in held}
    world = shop.edited(_replaced({place.document: text}, edits))
    answer = world.ask(known.question)
    got = "not_specified" if silent(answer) else answer.verdict or ""
    follows = got in wanted
    elsewhere = {c.quote for c in answer.citations} & {c.quote for c in known.answer.citations}
    if not follows and elsewhere:
        return None  # the rule is stated twice: the other clause holds
    more = not follows and (got == "yes" or got == "conditional" and wanted == {"no"})
    why = "" if follows else f"still {got} by: {_quote(answer)}"
    change = f"{held[0].written} → {held[0].instead} ({held[0].turn})"
    told = "/".join(sorted(wanted))
    return Twin("modality", known, change, told, answer, follows, more, why, tuple(edits), world)


MAKERS: Mapping[str, Maker] = {"delete": deleted, "figure": figured, "modality": turned}


def _replaced(texts: Mapping[str, str], edits: Mapping[Place, str]) -> dict[str, str]:
    made = dict(texts)
    for place in sorted(edits, reverse=True):
        text = made[place.document]
        made[place.document] = text[: place.start] + edits[place] + text[place.end :]
    return {name: text for name, text in made.items() if text != texts[name]}


def _told(
    known: Known, sentences: Sequence[Place], texts: Mapping[str, str]
) -> tuple[Figure, Fraction, set[str]] | None:
    """A figure of the sentences that the answer tells and that the case wants told."""
    for figure in _figures(sentences, texts):
        if figure.told_in(known.answer.answer) and any(
            figure.told_in(words) for group in known.case.must_include for words in group
        ):
            return figure, other(figure), set()
    return None


def _bounding(
    known: Known, sentences: Sequence[Place], texts: Mapping[str, str]
) -> tuple[Figure, Fraction, set[str]] | None:
    """The bound that the asked quantity is held against, moved to its other side, and the verdict that follows."""
    for bound in bounds(known, sentences, texts):
        value = bound.beyond()
        if value is not None:
            return bound.stated, value, {"no"} if bound.inside else {"yes", "conditional"}
    return None


def _after(known: Known, modal: Modal, shop: Workshop) -> frozenset[str]:
    """The verdicts that follow the turned word; empty where it does not decide the question."""
    verdict = known.answer.verdict
    if verdict is None or len(known.answer.by_programme) > 1 or known.case.kind == "adversarial":
        return frozenset()
    frame = shop.plain.engine.understand(known.question, shop.plain.today)
    if len(frame.quantities) > 1 or bool(frame.quantities or frame.days) != (
        modal.turn in ("most to least", "least to most")
    ):
        return frozenset()
    return expected(modal.turn, verdict, duty="obligation" in frame.marks and "permission" not in frame.marks)


def _governing(question: str, text: str, place: Place) -> tuple[Modal, ...]:
    """The modal words of the part of the quote that shares most with the question, where all turn alike."""
    quote = text[place.start : place.end]
    held = modals(quote)
    if len({m.turn for m in held}) > 1:
        parts = [m.span() for m in re.finditer(r"[^，。；,;]+", quote)]
        near = set(pairwise("".join(question.split())))
        best = max(parts, key=lambda p: len(near & set(pairwise("".join(quote[slice(*p)].split())))))
        held = tuple(m for m in held if best[0] <= m.start < best[1])
    return held if len({m.turn for m in held}) == 1 else ()


def _figures(sentences: Sequence[Place], texts: Mapping[str, str]) -> Iterator[Figure]:
    return (f for p in sentences for f in figures(texts.get(p.document, "")[p.start : p.end]))


def _astray(answer: Answer, old: Figure, new: Figure) -> str:
    if silent(answer):
        return f"silent: {answer.answer[:60]}"
    if old.told_in(answer.answer):
        return f"the old figure is told, by: {_quote(answer)}"
    if not any(new.told_in(c.quote) for c in answer.citations):
        return f"another sentence answers: {_quote(answer)}"
    return f"the sentence is quoted, but not followed: {answer.answer[:60]}"


def _quote(answer: Answer) -> str:
    return answer.citations[0].quote[:60] if answer.citations else answer.answer[:60]
