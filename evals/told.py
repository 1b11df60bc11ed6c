"""What the engine of a world says to a case, and whether that is right as the documents stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.answer import Answer, Citation, Question
from assistant.exchange import answer_fields, question_of
from evals.asking import request
from evals.cases import Case
from evals.grading import grade
from evals.places import Place, gold_places
from evals.reply import reply_of
from evals.sources import Sources
from evals.worlds import World

UNRELATED = 20


@dataclass(frozen=True, slots=True)
class Known:
    """A case that the unedited world answers, and rightly. `gold` and `cited` are the places behind both."""

    case: Case
    question: Question
    answer: Answer
    gold: tuple[Place, ...]
    cited: tuple[Place, ...]

    @property
    def deciding(self) -> tuple[Place, ...]:
        """The citations that touch gold."""
        return tuple(c for c in self.cited if any(c.meets(g) for g in self.gold))


def known(cases: Iterable[Case], world: World, sources: Sources) -> tuple[Known, ...]:
    """The cases that the world answers rightly, with a citation that touches gold."""
    texts = {g.id: g.source for g in world.guidelines}
    found: list[Known] = []
    for case in cases:
        question = asked(case)
        answer = world.ask(question)
        right = grade(case, reply_of(answer_fields(answer)), sources).status == "passed"
        if right and not silent(answer):
            made = Known(case, question, answer, gold_places(case.gold, texts), cited(answer.citations))
            if made.deciding:
                found.append(made)
    return tuple(found)


def asked(case: Case) -> Question:
    """The case as the engine is asked it."""
    return question_of(request(case))


def silent(answer: Answer) -> bool:
    """Whether it claims nothing of the documents."""
    return answer.abstained or answer.verdict == "not_specified" or not (answer.citations or answer.verdict)


def cited(citations: Iterable[Citation]) -> tuple[Place, ...]:
    """The places of the citations."""
    return tuple(Place(c.document, c.start, c.end) for c in citations)


def shown(answer: Answer) -> tuple[object, ...]:
    """All that a reader is told, places aside: they shift with the text. Contacts are told beside every answer."""
    quotes = tuple((c.programme, c.document, c.quote) for c in answer.citations)
    parts = tuple((p.programme, p.verdict, p.answer) for p in answer.by_programme)
    return answer.outcome, answer.verdict, answer.abstained, answer.answer, quotes, parts


def unrelated(held: Sequence[Known], count: int = UNRELATED) -> tuple[Known, ...]:
    """A fixed choice of about that many, the same number on each document, evenly over its cases."""
    by_document: dict[str, list[Known]] = {}
    for one in held:
        if not one.case.history and len({p.document for p in one.gold}) == 1:
            by_document.setdefault(one.gold[0].document, []).append(one)
    each = max(1, count // max(1, len(by_document)))
    chosen: list[Known] = []
    for own in by_document.values():
        step = max(1, len(own) // each)
        chosen += own[::step][:each]
    return tuple(chosen)


def moved(chosen: Iterable[Known], world: World, changed: Sequence[Place], but: Known) -> tuple[int, tuple[str, ...]]:
    """How many of the chosen cases rest on nothing that changed, and the ids of those answered otherwise in the world."""
    apart = [
        one
        for one in chosen
        if one.case.family != but.case.family and not any(p.meets(c) for p in (*one.gold, *one.cited) for c in changed)
    ]
    return len(apart), tuple(o.case.id for o in apart if shown(world.ask(o.question)) != shown(o.answer))
