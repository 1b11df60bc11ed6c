"""What goes with an answer: what would settle it, or, where there is none, what to ask instead."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answering.answer import Answer, Ask, Option, Question
from assistant.answering.grounds.finding import Finding
from assistant.answering.question.frame import Frame
from assistant.answering.question.resolve import Resolver
from assistant.answering.question.term import Term
from assistant.answering.reply.asking import Asker, Settle
from assistant.answering.reply.suggest import ANY_DAY, Suggestions, templates
from assistant.answering.reply.wording import Wording
from assistant.programmes.units import Taxonomy

_REPHRASED = 2
# A question that says nothing to answer has so many characters at most, alone and beside a programme's name.
_BARE, _BESIDE_A_NAME = 12, 4
_EMPTY = frozenset({"number_of"})
_INSISTS = frozenset({"demand", "invent", "presuppose", "absolute"})


class Completer:
    """Completes answers. `settle` answers a question without completing it."""

    def __init__(self, taxonomy: Taxonomy, resolver: Resolver, wording: dict[str, Wording], settle: Settle) -> None:
        self._resolver, self._wording, self._settle = resolver, wording, settle
        self._asker = Asker(taxonomy, resolver, wording, settle)
        self._suggestions = Suggestions(lambda asked: settle(asked, ANY_DAY)[0], resolver.held())

    def complete(
        self, question: Question, frame: Frame, findings: tuple[Finding, ...], answer: Answer, today: date
    ) -> Answer:
        """The answer with what would settle it further, or with questions near the one it cannot answer; a question
        that says too little is asked back."""
        if not answer.abstained:
            return replace(answer, asks=self._asker.asks(question, frame, findings, answer, today))
        if ask := self._unsaid(question, frame, today):
            said = self._wording[frame.language].of("outcome.clarify")
            return Answer(
                answer.question, frame.text, answer.language, answer.as_of, "clarify", said, None, False,
                asks=(ask,),
            )  # fmt: skip
        return replace(answer, rephrase=self._rephrase(question, frame, answer))

    def _unsaid(self, question: Question, frame: Frame, today: date) -> Ask | None:
        """What to choose from where the question says nothing to answer, or names a unit and not what it is to do."""
        if frame.inherited or frame.not_held or frame.foreign or frame.role or len(frame.named) > 1:
            return None
        if frame.marks & _INSISTS or frame.concepts - _EMPTY or any(map(_telling, frame.terms)):
            return None
        longest = (_BESIDE_A_NAME if frame.named else _BARE) * (1 if frame.language == "zh" else 2)
        if len(re.sub(r"\W", "", frame.masked)) > longest:
            return None
        programme = question.programme or next(iter(frame.named), "")
        if not frame.units:
            texts = self._suggestions.starters(programme, frame.language)
            return Ask("question", tuple(Option(t, t, programme) for t in texts)) if texts else None
        if not frame.whether or len(frame.units) > 1:
            return None
        options = []
        for label, text in self._asker.either_role(frame, frame.units[0]):
            made, _ = self._settle(Question(text, (), programme), today)
            if not made.abstained:
                options.append(Option(label, text, programme))
        return Ask("role", tuple(options)) if len(options) > 1 else None

    def _rephrase(self, question: Question, frame: Frame, answer: Answer) -> tuple[str, ...]:
        """The questions nearest to this one that the programme meant does answer."""
        told = [part.programme for part in answer.by_programme]
        if len(told) != 1:
            return ()
        word, name = self._wording[frame.language], self._resolver.programmes[told[0]].name
        near = [t for t in templates() if t.meant(frame.masked) and t.text(frame.language) != question.text]
        made: list[str] = []
        for template in near:
            if not self._suggestions.places(template, told[0], frame.language):
                continue
            text = template.text(frame.language)
            if question.programme != told[0]:
                text = word.of("ask.of", name=name, asked=text)
                if self._settle(Question(text), ANY_DAY)[0].outcome != "answered":
                    continue
            made.append(text)
        return tuple(made[:_REPHRASED])


def _telling(term: Term) -> bool:
    """Whether the term says what is asked about."""
    return term.kind != "unit" and not (term.concepts and set(term.concepts) <= _EMPTY)
