"""A line that asks several things: each part answered as it would be alone, the answers told as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.answering.answer import Answer, ByProgramme, Citation, Language, Question, Turn, Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.question.several import Part, several
from assistant.answering.reply.compose import Composer
from assistant.answering.reply.contacting import spoken
from assistant.answering.reply.wording import Wording
from assistant.answering.trace import Trace
from assistant.answering.values.further_on import goes_on
from assistant.guideline.patterns import regex

Alone = Callable[[Question, date], Trace]
_WEIGHTY, _TELLING = 1.0, 3.0
_BACK = regex(r"各自|分别|再|然后|后[面头]|各(?=是|要|限|有|报|多|几)")
_UNBROKEN = frozenset({"demand", "invent", "drafts"})


class Together:
    """Answers the questions of one line. `alone` answers one question that asks one thing."""

    def __init__(self, alone: Alone, composer: Composer, wording: dict[str, Wording]) -> None:
        self._alone, self._composer, self._wording = alone, composer, wording

    def answered(self, question: Question, whole: Trace, today: date) -> Trace:
        """The line answered part by part; `whole` as it stands where it asks one thing, or no part is answered."""
        parts = several(question.text)
        frame = whole.frame
        if not parts or frame.marks & _UNBROKEN or (frame.not_held or frame.foreign) and not frame.named:
            return whole
        named = frame.named[0] if len(frame.named) == 1 else question.programme
        alone = [self._alone(Question(p.text, question.history, named), today) for p in parts]
        all_open = not any(t.frame.whether for t in alone)
        meant = _programmes(whole.answer) if all_open or frame.shared else []
        if len(meant) == 1 and not named:
            alone = [self._alone(Question(p.text, question.history, meant[0]), today) for p in parts]
        told = self._of_one(parts, self._part_by_part(parts, alone, today), today)
        told = self._gone_on(parts, alone, _with_the_line(alone, told, whole), today)
        meant = meant or (list(whole.scope.programmes) if whole.scope.chosen else [])
        told = [self._of_those(t, meant, today) for t in told]
        if not any(_settled(t) for t in told):
            return whole
        settled = {f.programme: f for t in reversed(told) for f in t.settled if not f.silent}
        settled |= {f.programme: f for t in reversed(told) for f in t.settled if f.verdict and not f.silent}
        return replace(whole, settled=tuple(settled.values()), answer=self._joined(parts, told, whole))

    def _part_by_part(self, parts: tuple[Part, ...], alone: list[Trace], today: date) -> list[Trace]:
        """Each part alone; after those before it where it points back or says too little alone, or where the clause
        that they are told by says that too."""
        told: list[Trace] = []
        for at, (part, trace) in enumerate(zip(parts, alone, strict=True)):
            asked = trace.question
            before = tuple(Turn("user", p.text) for p in parts[:at])
            after = replace(asked, history=(*asked.history, *before))
            back = "followup" in trace.frame.marks or _BACK.match(part.asked) or not _own_words(trace)
            if before and back:
                told.append(self._alone(after, today))
                continue
            if not trace.frame.whether and part.asked != part.text:
                trace = self._less_the_case(trace, replace(asked, text=part.asked), today)
            if before and not trace.frame.whether and _settled(trace):
                going_on = self._alone(after, today)
                if _settled(going_on) and _clauses(going_on) <= {c for t in told if _settled(t) for c in _clauses(t)}:
                    trace = going_on
            told.append(trace)
        return told

    def _less_the_case(self, alone: Trace, question: Question, today: date) -> Trace:
        """What asks for no yes or no, asked without what is told of the case where only that finds something: a
        clause on the case alone answers nothing."""
        bare = self._alone(question, today)
        strange = any(t.kind == "unknown" and t.weight >= _WEIGHTY for t in bare.frame.terms)
        return bare if not _settled(alone) or strange and not _settled(bare) else alone

    def _of_one(self, parts: tuple[Part, ...], told: list[Trace], today: date) -> list[Trace]:
        """The parts of the one programme that one of them turned out to be about, where none was named."""
        only = next((p[0] for t in told if not t.scope.chosen and len(p := _programmes(t.answer)) == 1), "")
        made = [
            trace
            if not only or trace.scope.chosen or _programmes(trace.answer) == [only]
            else self._alone(Question(part.text, (), only), today)
            for part, trace in zip(parts, told, strict=True)
        ]
        return [trace if again.answer.abstained else again for trace, again in zip(told, made, strict=True)]

    def _of_those(self, trace: Trace, meant: list[str], today: date) -> Trace:
        """The part without what it is told of programmes that the line does not mean."""
        parents = {p.partition("/")[0] for p in meant}
        kept = tuple(f for f in trace.settled if f.programme.partition("/")[0] in parents)
        if not any(not f.silent for f in kept) or len(kept) == len(trace.settled):
            return trace
        return self._with(trace, kept, today)

    def _gone_on(self, parts: tuple[Part, ...], alone: list[Trace], told: list[Trace], today: date) -> list[Trace]:
        """The parts, the clause of the first one told whole where it goes on with what a further part asks."""
        start = next((n for n, t in enumerate(told) if _settled(t)), 0)
        made = list(told)
        for n in range(max(start, 1), len(parts)):
            if alone[n].frame.put and _settled(made[n]):
                continue  # a plain question is about nothing told before
            found = {f.programme: f for f in made[n].settled if not f.silent}
            wider = {
                f.programme: w
                for f in made[start].settled
                if (w := goes_on(f, found.get(f.programme), parts[n].asked, alone[n].frame.terms))
            }
            if wider:
                first = tuple(wider.get(f.programme, f) for f in made[start].settled)
                made[n] = self._with(made[n], tuple({**found, **wider}.values()), today)
                made[start] = self._with(made[start], first, today)
        return made

    def _with(self, trace: Trace, findings: tuple[Finding, ...], today: date) -> Trace:
        answer = self._composer.compose(trace.question, trace.frame, findings, trace.scope.chosen, today)
        return replace(trace, settled=findings, answer=answer)

    def _joined(self, parts: tuple[Part, ...], told: list[Trace], whole: Trace) -> Answer:
        """One answer: what decides first, then what else is told, then the parts that no document settles."""
        word = self._wording[whole.frame.language]
        settled = sorted((t.answer for t in told if _settled(t)), key=lambda a: a.verdict is None)
        denied = whole.answer.verdict == "no"
        if denied:  # what the line as a whole is denied, no part of it is granted
            settled = _as_denied(whole.answer, settled)
        open_parts = [
            (p.asked, t) for p, t in zip(parts, told, strict=True) if not (_settled(t) or denied and t.frame.whether)
        ]
        citations: list[Citation] = []
        rows: dict[str, list[ByProgramme]] = {}
        for answer in settled:
            for row in answer.by_programme:
                numbers = tuple(_number(citations, answer.citations[n - 1]) for n in row.citations)
                rows.setdefault(row.programme, []).append(replace(row, citations=numbers))
        whom = next((t.answer.contact for _, t in open_parts), None) if len(rows) == 1 else None
        left = [word.of("misc.part", asked=asked.rstrip("?？")) for asked, _ in open_parts]
        left += [word.of("misc.contact", contact=spoken(whom)) + word.of("misc.stop")] if whom else []
        undecided: list[Verdict] = ["not_specified" for _, t in open_parts if t.frame.whether]
        by_programme = tuple(
            ByProgramme(
                programme,
                _one_of([r.verdict for r in said if r.verdict] + undecided, denied),
                _line([*(r.answer for r in said), *left], whole.frame.language),
                tuple(dict.fromkeys(n for r in said for n in r.citations)),
            )
            for programme, said in rows.items()
        )
        total = next((a.total for a in settled if a.total), "")
        text = self._composer.listed(by_programme, word)
        names = settled[0].understood_as.partition("｜")[0]
        return replace(
            whole.answer,
            understood_as=f"{names}｜{whole.frame.text}",
            outcome="partial" if open_parts or any(a.outcome == "partial" for a in settled) else "answered",
            answer=f"{total}\n{text}" if total else text,
            verdict=_one_of([a.verdict for a in settled if a.verdict] + undecided, denied),
            abstained=False,
            by_programme=by_programme,
            citations=tuple(citations),
            contact=whom,
            nearest=None,
            searched=(),
            total=total,
        )


def _settled(trace: Trace) -> bool:
    return trace.answer.outcome in ("answered", "partial")


def _with_the_line(alone: list[Trace], told: list[Trace], whole: Trace) -> list[Trace]:
    """The parts, the first of them told by what was found for the whole line where that tells more of the same clause
    or goes on near it; never where a yes or no is asked."""
    if any(t.frame.whether for t in alone) or not _settled(whole) or whole.answer.verdict:
        return told
    said = [c.quote for t in told if _settled(t) for c in t.answer.citations]
    for at, trace in enumerate(told):
        if not _settled(trace) or not _told_by(trace.answer, whole.answer):
            continue
        more = any(all(c.quote not in s for s in said) for c in whole.answer.citations)
        if more and _programmes(trace.answer) == _programmes(whole.answer):
            return [*told[:at], whole, *told[at + 1 :]]
    return told


def _own_words(trace: Trace) -> bool:
    """Whether the question speaks of something of its own, not of a unit or a role alone."""
    if trace.frame.put:
        return True
    own = [t for t in trace.frame.terms if t.kind != "unit" and not t.is_role]
    strange = sum(t.weight for t in own if t.kind == "unknown")
    return strange >= _WEIGHTY or any(t.grounded or t.weight >= _TELLING for t in own)


def _clauses(trace: Trace) -> set[tuple[str, str]]:
    return {(c.document, c.clause) for c in trace.answer.citations}


def _programmes(answer: Answer) -> list[str]:
    """The programmes that the answer tells of."""
    return [p.programme for p in answer.by_programme if p.citations]


def _number(citations: list[Citation], cited: Citation) -> int:
    """The number of the citation among those of the whole answer."""
    for held in citations:
        if (held.document, held.clause, held.quote) == (cited.document, cited.clause, cited.quote):
            return held.n
    citations.append(replace(cited, n=len(citations) + 1))
    return len(citations)


def _as_denied(whole: Answer, settled: list[Answer]) -> list[Answer]:
    """What is told of the parts of a line that is denied as a whole: the denial first, and no leave by its clause."""
    clauses = {(c.document, c.clause) for c in whole.citations}
    kept = [a for a in settled if a.verdict != "yes" or not clauses & {(c.document, c.clause) for c in a.citations}]
    first = replace(whole, citations=whole.citations[:1])
    if any(a.verdict == "no" and _told_by(first, a) for a in kept):
        return sorted(kept, key=lambda a: a.verdict != "no")
    return [whole, *kept]


def _told_by(answer: Answer, other: Answer) -> bool:
    """Whether all that one answer quotes stands in what the other quotes."""
    return all(any(c.clause == o.clause and c.quote in o.quote for o in other.citations) for c in answer.citations)


def _one_of(verdicts: list[Verdict], denied: bool) -> Verdict | None:
    """The verdict of the parts that ask for one: never a plain yes or no where they differ, unless the line as a
    whole is denied."""
    if not verdicts:
        return None
    if denied and "no" in verdicts:
        return "no"
    return verdicts[0] if len(set(verdicts)) == 1 else "conditional"


def _line(said: list[str], language: Language) -> str:
    """The lines as one, nothing told twice."""
    kept: list[str] = []
    for line in said:
        bare = line.rstrip("。；")
        value, colon, sentence = bare.partition("：")
        if any(bare in k for k in kept):
            continue
        if colon and any(sentence in k for k in kept):
            line = value if all(value not in k for k in kept) else ""
        for at, earlier in enumerate(kept):
            value, colon, sentence = earlier.rstrip("。；").partition("：")
            if earlier.rstrip("。；") in line or colon and sentence and sentence in line:
                kept[at], line = (line if earlier.rstrip("。；") in line else f"{value}：{line}"), ""
        kept += [line] if line else []
    gap = "；" if language == "zh" else "; "
    return gap.join([*(k.rstrip("。；.") for k in kept[:-1]), kept[-1]])
