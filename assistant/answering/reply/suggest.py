"""Questions worth suggesting: templates in the field's own words, offered only where the documents answer them."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from assistant.answering.answer import Answer, Language, Question
from assistant.guideline.tables import table

STARTERS, FOLLOWING = 6, 3
ANY_DAY = date(2000, 1, 1)  # Whether a question is worth suggesting does not depend on the day.

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Template:
    """A question about one attribute. `about` are words by which any question is about the same; what the
    documents answer must match `tells`."""

    key: str
    zh: str
    en: str
    about: tuple[str, ...]
    tells: re.Pattern[str]

    def text(self, language: Language) -> str:
        """The question in that language."""
        return self.en if language == "en" else self.zh

    def meant(self, question: str) -> bool:
        """Whether the question is about the same attribute."""
        low = question.lower()
        return any(word in low for word in self.about)


@cache
def templates() -> tuple[Template, ...]:
    """The questions that ship with the package, the most useful first."""
    held = table(Path(__file__).parents[1] / "data" / "questions.toml")
    return tuple(
        Template(key, row["zh"], row["en"], tuple(row["about"]), re.compile(row["tells"])) for key, row in held.items()
    )


class Suggestions:
    """Suggests questions over one generation of documents: `ask` answers, `programmes` are the ids of those held.

    Whether a programme answers a question is found out when first needed and kept. Safe to share between threads.
    """

    def __init__(self, ask: Callable[[Question], Answer], programmes: Sequence[str]) -> None:
        self._ask, self._programmes = ask, tuple(programmes)
        self._told: dict[tuple[str, str, Language], tuple[Place, ...]] = {}
        self._lock = threading.Lock()

    def starters(self, programme: str, language: Language) -> tuple[str, ...]:
        """At most six questions that the programme answers, the most useful first; for "" those that most
        programmes answer."""
        made: list[str] = []
        for template in self.offered(programme, language):
            made.append(template.text(language))
            if len(made) == STARTERS:
                break
        return tuple(made)

    def following(self, answer: Answer, asked: Sequence[str], *, known: bool = False) -> tuple[str, ...]:
        """At most three questions to go on with, for the answer's programme and in its language: those after the
        attribute just asked about, without what was asked or shown already. Ask them with that programme meant.

        With `known`, only from what has been found out already: nothing is asked for it.
        """
        if answer.of_no_document:
            return ()  # there is nothing to go on with about what is not held
        told = {part.programme for part in answer.by_programme}
        programme = told.pop() if len(told) == 1 else ""
        shown = tuple((c.document, c.start, c.end) for c in answer.citations)
        before = (answer.question, *asked)
        order = templates()
        here = next((i for i, t in enumerate(order) if t.meant(answer.question)), -1)
        made: list[str] = []
        for template in (*order[here + 1 :], *order[: here + 1]):
            if any(template.meant(question) for question in before):
                continue
            key = (template.key, programme, answer.language)
            places = self._told.get(key, ()) if known else self.places(template, programme, answer.language)
            if places and not any(_overlap(one, other) for one in places for other in shown):
                made.append(template.text(answer.language))
            if len(made) == FOLLOWING:
                break
        return tuple(made)

    def offered(self, programme: str, language: Language) -> Iterator[Template]:
        """The templates that the programme answers, found out one by one."""
        return (t for t in templates() if self.places(t, programme, language))

    def places(self, template: Template, programme: str, language: Language) -> tuple[Place, ...]:
        """Where the answer to the question stands, () where it is not to be offered for the programme."""
        key = (template.key, programme, language)
        if (held := self._told.get(key)) is not None:
            return held
        answering = [p for p in self._programmes if not programme and self.places(template, p, language)]
        common = bool(programme) or 2 * len(answering) > len(self._programmes)
        found = self._places(template, programme, language) if common else ()
        with self._lock:
            return self._told.setdefault(key, found)

    def warm(self) -> None:
        """Find everything out now, in a thread of the caller's."""
        languages: tuple[Language, ...] = ("zh", "en")
        for language in languages:
            for programme in (*self._programmes, ""):
                for template in templates():
                    self.places(template, programme, language)

    def _places(self, template: Template, programme: str, language: Language) -> tuple[Place, ...]:
        answer = self._ask(Question(template.text(language), (), programme))
        if answer.outcome != "answered" or answer.abstained:
            return ()
        if not any(template.tells.search(cited.quote) for cited in answer.citations):
            return ()
        return tuple((cited.document, cited.start, cited.end) for cited in answer.citations)


def _overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
