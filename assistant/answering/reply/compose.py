"""Findings put into words: the thing itself first, then the reason, then the citations."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answering.answer import Answer, ByProgramme, Citation, Outcome, Question, Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.question.frame import Frame
from assistant.answering.question.resolve import Resolver
from assistant.answering.reply.contacting import spoken
from assistant.answering.reply.figures_in_english import figures, in_english
from assistant.answering.reply.wording import Wording
from assistant.answering.sentences.spans import unmarked
from assistant.answering.values.totals import summed
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote
from assistant.programmes.days import find_days

_SHOWN = 130  # characters of a clause that is to the point
_FULL = frozenset({3, 6})  # citations of a programme, and of a list (the contract): one more has no room


class Composer:
    """Writes answers in the question's language around the documents' words."""

    def __init__(
        self,
        wording: dict[str, Wording],
        guidelines: tuple[Guideline, ...],
        resolver: Resolver,
        contacts: dict[str, dict[str, str]],
    ) -> None:
        self._wording = wording
        self._contacts = contacts
        self._documents = {g.id: g for g in guidelines}
        self._home = {p.id: g for g in guidelines for p in g.programmes}
        self._resolver = resolver

    def compose(
        self, question: Question, frame: Frame, findings: tuple[Finding, ...], chosen: bool, today: date
    ) -> Answer:
        """The answer: one programme's where one is meant or only one speaks, else programme by programme."""
        word = self._wording[frame.language]
        if "invent" in frame.marks:
            return self._plain(question, frame, today, "refused", word.of("outcome.refused"), None, False)
        if "drafts" in frame.marks and (not frame.whether or frame.masked.rstrip("？?。！! ").endswith("吧")):
            return self._plain(question, frame, today, "refused", word.of("outcome.not_written"), None, False)
        if (frame.not_held or frame.foreign) and not frame.named:
            name = self._resolver.programmes[frame.not_held[0]] if frame.not_held else None
            told = name is not None and not name.held
            said = word.of("outcome.not_held", name=name.name) if name and told else word.of("outcome.not_held_unnamed")
            return self._plain(
                question, frame, today, "not_specified", said, "not_specified" if frame.whether else None, True
            )
        grounded = sum(t.weight for t in frame.terms if t.grounded)
        total = sum(t.weight for t in frame.terms)
        speaking = [f for f in findings if not f.silent]
        if (
            not chosen
            and not speaking
            and all(f.reason != "deleted" for f in findings)
            and (not total or grounded / total < 0.5 or max((f.coverage for f in findings), default=0) < 0.4)
        ):
            return self._plain(
                question, frame, today, "out_of_scope", word.of("outcome.out_of_scope"), None, True,
                self._documents_of(findings),
            )  # fmt: skip
        several = "compare" in frame.asks or "which_programme" in frame.asks or "all_programmes" in frame.marks
        shown = self._shown(frame, findings, chosen, several)
        answer = self._answer(question, frame, shown, today, word)
        return replace(answer, searched=self._documents_of(findings)) if answer.abstained else answer

    def _shown(self, frame: Frame, findings: tuple[Finding, ...], chosen: bool, several: bool) -> tuple[Finding, ...]:
        """The findings to tell: those whose sentences explain the question nearly as well as the best."""
        speaking = [f for f in findings if not f.silent]
        if not speaking:
            return (max(findings, key=lambda f: (f.reason == "deleted", f.coverage, f.score)),) if findings else ()
        if chosen and len(findings) > 1 and (several or len(frame.named) > 1):
            return tuple(speaking) if frame.shared and not several else findings
        if frame.asks_which:
            return tuple(speaking)
        top = max(f.score + 3 * f.coverage for f in speaking)
        return tuple(f for f in speaking if f.score + 3 * f.coverage >= 0.85 * top)

    def _answer(
        self, question: Question, frame: Frame, shown: tuple[Finding, ...], today: date, word: Wording
    ) -> Answer:
        citations: list[Citation] = []
        parts: list[ByProgramme] = []
        for finding in shown:
            numbers = [] if finding.silent else [self._cite(citations, finding, unmarked(q)) for q in finding.quotes]
            line = self._line(frame, finding, word) + self._passed(frame, finding, today, word)
            if finding.former and not finding.silent and len(numbers) not in _FULL:
                numbers.append(self._cite(citations, finding, finding.former))
                line = _superseded(finding, finding.former, line, word)
            parts.append(ByProgramme(finding.programme, finding.verdict, line, tuple(numbers)))
        verdict = self._verdict(frame, parts)
        silent = all(f.silent for f in shown)
        nearest = self._citation(0, shown[0], shown[0].quotes[0]) if silent and shown and shown[0].quotes else None
        text = self.listed(tuple(parts), word, frame.asks_which)
        figures = summed(frame, shown)
        total = word.of("misc.total", **figures) if figures else ""
        text = f"{total}\n{text}" if total else text
        whom = self._contacts.get(shown[0].programme) if silent and len(shown) == 1 else None
        if whom:
            text += (
                ("" if frame.language == "zh" else " ")
                + word.of("misc.contact", contact=spoken(whom))
                + word.of("misc.stop")
            )
        outcome: Outcome = (
            "not_specified" if silent else "partial" if any(f.outcome == "partial" for f in shown) else "answered"
        )
        return Answer(
            question.text, self._understood(frame, shown), frame.language, today.isoformat(),
            outcome, text, verdict, silent, tuple(parts), tuple(citations), whom, nearest=nearest, total=total,
        )  # fmt: skip

    def listed(self, parts: tuple[ByProgramme, ...], word: Wording, by_name: bool = False) -> str:
        """What is said of each programme, those of which the same is said together; without their names where it is
        said of all, unless they are asked for (`by_name`)."""
        grouped: dict[str, list[str]] = {}
        for part in parts:
            grouped.setdefault(part.answer, []).append(self._resolver.programmes[part.programme].name)
        if len(grouped) == 1 and not by_name:
            return parts[0].answer
        return "\n".join(word.of("misc.programme", name="、".join(who), answer=said) for said, who in grouped.items())

    def _passed(self, frame: Frame, finding: Finding, today: date, word: Wording) -> str:
        """That a deadline has passed, where the answer tells one."""
        deadline = self._home[finding.programme].due(finding.programme)
        if finding.silent or deadline is None or today <= deadline or finding.reason == "passed":
            return ""
        told = any(
            (d.month, d.day) == (deadline.month, deadline.day) for q in finding.quotes for d in find_days(q.text)
        )
        if "deadline" not in frame.concepts or not told:
            return ""
        return word.of("misc.passed", date=deadline.isoformat())

    def _line(self, frame: Frame, finding: Finding, word: Wording) -> str:
        if finding.silent:
            if finding.reason == "deleted" and finding.former:
                return word.of("outcome.deleted", quote=word.of("misc.quote", quote=_short(finding.former.text)))
            near = _short(finding.said)
            key = "not_specified_nearest" if near else "not_specified"
            if near and finding.reason == "undecided":
                near, key = _short(finding.said, _SHOWN), "undecided"
            return word.of(f"outcome.{key}", topic="", nearest=word.of("misc.quote", quote=near))
        said = finding.said
        english = frame.language == "en"
        if not finding.verdict or not frame.whether and finding.verdict != "no":
            told = figures(said) if english and finding.reason != "computed" else ""
            return f"{said}{word.of('misc.figures', figures=told)}" if told else said
        mode = next((m for m in ("permission", "obligation") if m in frame.marks), "truth")
        if finding.reason == "contrary" and "presuppose" in frame.marks:
            mode = "truth"
        if dict(finding.values).get("role"):
            # 必须由高校牵头吗 asks whether it is so, not whether it may be
            mode = "truth" if finding.verdict == "yes" and frame.marks & {"exclusive", "obligation"} else "permission"
        if (
            finding.reason == "listed"
            or mode == "obligation"
            and finding.reason in ("contrary", "under", "over", "meets", "prohibited")
        ):
            mode = "truth"
        if finding.verdict == "no" and "negated" in frame.marks and mode == "obligation":
            mode = "truth"
        if frame.denies or finding.verdict == "no" and finding.reason == "inside":
            mode = "truth"
        if finding.reason == "optional" and finding.verdict == "yes":
            mode = "permission"
        if finding.reason in ("passed", "open"):
            mode = finding.reason
        start = word.of(f"verdict.{mode}.{finding.verdict}")
        values = {k: word.of(f"misc.{v}") if k == "role" else v for k, v in finding.values}
        values |= {k: in_english(v) for k, v in values.items() if english and k in ("bound", "given")}
        reason = word.of(f"reason.{finding.reason}", **values) if finding.reason else ""
        quote = word.of("misc.quote", quote=said)
        middle = ("：" if frame.language == "zh" else ": ") + reason if reason else ""
        return f"{start}{middle}{word.of('misc.stop')}{'' if frame.language == 'zh' else ' '}{quote}"

    def _verdict(self, frame: Frame, parts: list[ByProgramme]) -> Verdict | None:
        if "compare" in frame.asks and "whether" in frame.asks and len(parts) > 1:
            return self._alike(parts)
        given = [p.verdict for p in parts if p.verdict]
        if "demand" in frame.marks and "no" in given:
            return "no"
        asked = frame.whether or "demand" in frame.marks
        if not given or not asked and set(given) & {"yes", "conditional"}:
            return None
        if len(given) < len(parts):
            return None
        if len(set(given)) == 1:
            return given[0]
        if "exists" in frame.marks and "yes" in given:
            return "yes"
        return "conditional"

    def _alike(self, parts: list[ByProgramme]) -> Verdict:
        """Whether the programmes say the same: not specified where one is silent, else by their figures."""
        if any(not p.citations for p in parts):
            return "not_specified"
        figures = {tuple(re.findall(r"\d+(?:\.\d+)?", p.answer)) for p in parts}
        return "yes" if len(figures) == 1 else "no"

    def _cite(self, citations: list[Citation], finding: Finding, quote: Quote) -> int:
        for citation in citations:
            if citation.clause == quote.clause.id and citation.quote == quote.text:
                return citation.n
        citations.append(self._citation(len(citations) + 1, finding, quote))
        return len(citations)

    def _citation(self, n: int, finding: Finding, quote: Quote) -> Citation:
        """A quote of the finding with its place in the source."""
        document = self._documents[quote.clause.document]
        start, end = quote.source_span
        return Citation(
            n, finding.programme, document.id, document.entry.title, quote.clause.id, quote.clause.place,
            quote.clause.page, quote.text, document.source[start:end], start, end,
        )  # fmt: skip

    def _understood(self, frame: Frame, shown: tuple[Finding, ...]) -> str:
        names = "、".join(self._resolver.programmes[f.programme].name for f in shown[:3])
        return f"{names}｜{frame.text}" if names else frame.text

    def _plain(
        self,
        question: Question,
        frame: Frame,
        today: date,
        outcome: Outcome,
        text: str,
        verdict: Verdict | None,
        abstained: bool,
        searched: tuple[str, ...] = (),
    ) -> Answer:
        return Answer(
            question.text, frame.text, frame.language, today.isoformat(), outcome, text, verdict, abstained,
            searched=searched,
        )  # fmt: skip

    def _documents_of(self, findings: tuple[Finding, ...]) -> tuple[str, ...]:
        """The ids of the documents that the findings were looked for in."""
        return tuple(dict.fromkeys(self._home[f.programme].id for f in findings))


def _superseded(finding: Finding, former: Quote, line: str, word: Wording) -> str:
    """The line with the words that held before; they come first where the question is what held then."""
    old = word.of("misc.quote", quote=_short(former.text))
    if finding.of_before and not finding.verdict:
        return word.of("misc.formerly", quote=old, answer=line)
    return line.rstrip("。.") + word.of("misc.stop") + word.of("misc.superseded", quote=old)


def _short(words: str, most: int = 60) -> str:
    """The words up to the last comma within `most` characters, with dots where something is left out."""
    if len(words) <= most:
        return words
    cut = max(words.rfind(mark, 20, most - 2) for mark in "，；。、：")
    return words[: cut if cut > 0 else most - 2].rstrip("（(“") + "……"
