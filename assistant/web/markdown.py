"""An answer as Markdown in which nothing that anybody wrote is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering.answer import Answer
from assistant.exchange import printable
from assistant.guideline.document import Programme
from assistant.printing import contact_line, said_already, said_first
from assistant.words import words

_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """The text, shown as it is: every ASCII mark that Markdown or HTML could read is escaped."""
    return _MARKUP.sub(r"\\\1", printable(text))


def answer_markdown(answer: Answer, programmes: Iterable[Programme]) -> str:
    """Verdict and answer, then every cited clause with its programme and place."""
    say = words(answer.language)
    names = {programme.id: programme.name for programme in programmes}
    verdict = f"**【{say[f'verdict.{answer.verdict}']}】** " if answer.verdict and not said_first(answer) else ""
    parts = [verdict + plain(answer.answer)]
    ways = [o.label if a.what == "programme" else f"{o.label} → {o.question}" for a in answer.asks for o in a.options]
    if ways:
        parts.append("\n".join(f"- {plain(way)}" for way in ways))
    for cited in answer.citations:
        page = say["place.page"].format(page=cited.page) if cited.page else ""
        where = " · ".join(plain(part) for part in (names.get(cited.programme, cited.title), cited.place, page) if part)
        parts.append(f"**\\[{cited.n}\\]** {where}\n> {plain(' '.join(cited.quote.split()))}")
    if answer.contact and not said_already(answer):
        parts.append(f"{say['place.contact']}: {plain(contact_line(answer.contact, say))}")
    if answer.understood_as and answer.understood_as != answer.question:
        parts.append(plain(say["page.understood"].format(text=answer.understood_as)))
    return "\n\n".join(parts)
