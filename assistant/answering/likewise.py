"""A follow-up that says of another what was told of the one before ("乙的也交那儿吗？"): both are asked openly, and what
the documents tell of the two is laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from assistant.answering.answer import Question
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import contacts_in, days_in, quantities_in, spoken
from assistant.answering.question.asked_units import asked_unit
from assistant.answering.question.frame import Frame
from assistant.answering.question.resolve import Resolver
from assistant.answering.question.text import pairs
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import segment_at, whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.values import Day

_SAME = (
    r"(?:[那这][儿里边天]|(?<=[找问系给到])[她他它](?:们|那[儿里])?|[这那]么[多长久高]|[这那]个(?:数|数字|部门|地方|日子|时间|邮箱|地址|电话|人)"
    r"|同一?个?(?:部门|地方|人|天|日子?|邮箱|地址|数)|一样(?:的|多|长|高)?)"
)
_ALSO = regex(
    rf"^(?:那么?(?!些|个|种|家|里|边)|换[成到])?(?P<who>[^，,。？?]{{2,24}}?)(?:呢?[，,])?(?:是不是|是否|会不会)?(?:也|都|同样)"
    rf"[^，,。？?]{{0,6}}?{_SAME}[^，,。？?]{{0,4}}?(?:[，,]?对?[吗吧么不]|对不对|是不是)?[？?。]?$"
)
_ALSO_EN = (
    regex(r"^(?:and |so )?is (?:it|that) the same (?:for|with) (?P<who>[^?]{2,60})\?$"),
    regex(r"^(?:and |so )?(?:do|does|should|must) (?P<who>[^?]{2,60}?) (?:also )?go there(?: too| as well)?\?$"),
    regex(r"^(?:and )?(?:for |with )?(?P<who>[^?,]{2,60}?), (?:also )?the same(?: [a-z]+)?\?$"),
)
_GOES_TO = regex(
    r"(?:[报寄发提送交][送交给]?|送达)(?:至|到|给)(?P<to>[^，。；；（(\[]{2,20}?(?:局|委|厅|司|处|部|部门|办公室|中心|协会|学会))(?![一-鿿]{0,3}[员长])"
)
_ANY_OFFICE = regex(r"^(?:市级|省级|各级)?(?:相关|有关|指定)")
_LOOSE = regex(r"一般|原则上|左右|适当|可适|酌情|另行|除外|除非|特殊情况")  # such a figure is not simply the same
_ITEM_END = regex(r"[、，,；;。和及]")
_ALIKE = 0.6


class Likewise:
    """Settles such follow-ups. `told` is what the documents say to a question, by programme."""

    def __init__(
        self,
        told: Callable[[Question, date], dict[str, Finding]],
        understand: Callable[[Question, date], Frame],
        passages: tuple[Passage, ...],
        resolver: Resolver,
    ) -> None:
        self._told, self._understand, self._passages, self._resolver = told, understand, passages, resolver

    def settled(self, question: Question, findings: tuple[Finding, ...], today: date) -> tuple[Finding, ...]:
        """The findings: a no where the two differ, a yes where one and the same figure is set for both. A yes or a
        condition that rests on other words than these is none."""
        asked = openly(question)
        if asked is None:
            return findings
        last = max(n for n, t in enumerate(question.history) if t.role == "user")
        first = Question(question.history[last].content, question.history[:last], question.programme)
        frame = self._understand(first, today)
        before, now = self._told(first, today), self._told(asked, today)
        if frame.whether or len(before) != 1 or len(findings) != 1:
            return findings
        was, made = next(iter(before.values())), findings[0]
        there = now.get(made.programme)
        if there and (held := self._compared(was, there, frame, self._understand(asked, today))):
            return (held,)
        if made.verdict in ("yes", "conditional"):
            return (made.undecided() if there is None else replace(there, verdict=None, reason=""),)
        return findings

    def _compared(self, was: Finding, now: Finding, frame: Frame, asked: Frame) -> Finding | None:
        """The clause on the other, with the verdict that the two values lead to."""
        if "how_many" in frame.asks:
            unit = asked_unit(frame.masked)
            kind = unit[1] if unit else "count"
            both = was.quotes[0].clause == now.quotes[0].clause
            mine, others = self._figures(was, kind, frame, both), self._figures(now, kind, asked, both)
            if len(mine) != 1 or len(others) != 1:
                return None
            if mine != others:
                return replace(now, verdict="no", reason="contrary")
            return None if any(_LOOSE.search(f.quotes[0].text) for f in (was, now)) else replace(now, verdict="yes")
        if "when" in frame.asks:
            days = [{(d.month, d.day) for d in days_in(f.quotes[0].text) if isinstance(d, Day)} for f in (was, now)]
            one = (
                len(days[0]) == 1
                and days[0] == days[1]
                and not any(_LOOSE.search(f.quotes[0].text) for f in (was, now))
            )
            return replace(now, verdict="yes") if one else _unlike(now, *days)
        people = [_people(f) for f in (was, now)]
        if all(people) and {"who", "where"} & frame.asks:
            return _unlike(now, *people)
        told, beside = was.quotes[0], self._beside(was, now.programme)
        if beside is None:
            return None
        return _unlike(replace(now, said=beside.text, quotes=(beside,)), _receivers(told), _receivers(beside))

    def _figures(self, finding: Finding, kind: str, asked: Frame, both: bool) -> set[object]:
        """The figures of the kind that the clause gives: those that count the programme, or stand with the unit asked
        about, where any do; of a clause that tells of both no other ones."""
        text = finding.quotes[0].text
        held = [q for q in quantities_in(text) if q.dimension == kind]
        names = self._resolver.programmes[finding.programme].names
        counted = [q for q in held if any(n in _ITEM_END.split(text[q.end : q.end + 20])[0] for n in names)]
        units = [u.words for u in asked.units]
        with_unit = [q for q in held if any(u in segment_at(text, q.start) for u in units)]
        return {(q.interval, q.unit) for q in counted or with_unit or ([] if both else held)}

    def _beside(self, was: Finding, programme: str) -> Quote | None:
        """The sentence on the other that is put as the one before is."""
        told = pairs(was.quotes[0].text)
        held = (p for p in self._passages if programme in p.programmes and was.programme not in p.programmes)
        fit = [(len(told & (own := pairs(p.text))) * 2 / (len(told) + len(own) or 1), p) for p in held if spoken(p)]
        best = max(fit, key=lambda f: f[0], default=None)
        return whole(best[1]) if best and best[0] >= _ALIKE else None


def openly(question: Question) -> Question | None:
    """The follow-up as the open question that its subject would be asked by ("乙的呢？"), None where it is no such one."""
    if not any(t.role == "user" and t.content.strip() for t in question.history):
        return None
    text = question.text.strip()
    if match := _ALSO.search(text):
        return replace(question, text=f"{match['who']}呢？")
    match = next((m for p in _ALSO_EN if (m := p.search(text.lower()))), None)
    return replace(question, text=f"and for {text[match.start('who') : match.end('who')]}?") if match else None


def _receivers(quote: Quote) -> set[str]:
    return {m["to"] for m in _GOES_TO.finditer(quote.text) if not _ANY_OFFICE.search(m["to"])}


def _people(finding: Finding) -> set[str]:
    held = [contacts_in(q.text) for q in finding.quotes]
    return {c.person for found in held for c in found if c.person}


def _unlike(now: Finding, mine: Collection[object], others: Collection[object]) -> Finding | None:
    """A no where none of the values is the same."""
    return replace(now, verdict="no", reason="contrary") if mine and others and set(mine).isdisjoint(others) else None
