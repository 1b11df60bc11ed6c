"""What is asked back: the programme, or the fact that a conditional verdict turns on, each as whole questions.

No option is offered unless the engine, asked its question, settles it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from assistant.answering.answer import Answer, Ask, Language, Option, Question, What
from assistant.answering.grounds.finding import Finding, Hinge
from assistant.answering.question.frame import Frame
from assistant.answering.question.resolve import Resolver
from assistant.answering.question.text import clean
from assistant.answering.reply.variants import Variant, variants
from assistant.answering.reply.wording import Wording
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity, Unit
from assistant.programmes.units import Taxonomy

Settle = Callable[[Question, date], tuple[Answer, tuple[Finding, ...]]]

_MANY = 3
_SIDES = {
    "role_lead": "lead",
    "role_applicant": "lead",
    "role_builder": "lead",
    "role_joint": "join",
    "role_member": "join",
}
_DENIES = regex(r"不(?!是?不)|没|无|未|只|光|仅|单独|\bnot\b|n't\b|\bwithout\b|\bonly\b|\balone\b", re.IGNORECASE)
_A_NOT_A = regex(r"([一-鿿])[不没]\1|(?:行|可以|是|能|符合)不|不(?=[呀啊嘛]?[?？。]?$)")
_FOUNDED = r"(?:成立|注册|创办|设立|开办)"
_YEAR_TOLD = rf"{_FOUNDED}(?:于|在)?{{0}}|{{0}}(?:才|刚|刚刚|就)?{_FOUNDED}|{{0}}"


class Asker:
    """Finds what would settle an answer. `settle` answers without asking back."""

    def __init__(self, taxonomy: Taxonomy, resolver: Resolver, wording: dict[str, Wording], settle: Settle) -> None:
        self._taxonomy, self._resolver, self._wording, self._settle = taxonomy, resolver, wording, settle

    def asks(
        self, question: Question, frame: Frame, findings: tuple[Finding, ...], answer: Answer, today: date
    ) -> tuple[Ask, ...]:
        """The one thing that would settle the answer, none where nothing is certain to."""
        if answer.outcome not in ("answered", "partial") or not answer.by_programme:
            return ()
        if len(answer.by_programme) > 1:
            made = self._programme(question, frame, answer, today)
            return (made,) if made else ()
        frame = replace(frame, text=_as_typed(question, frame))
        told = answer.by_programme[0].programme
        decided = next((f for f in findings if f.programme == told), None)
        if answer.verdict != "conditional" or decided is None or decided.hinge is None:
            return ()
        made = self._fact(frame, decided, decided.hinge, today)
        return (made,) if made else ()

    def _programme(self, question: Question, frame: Frame, answer: Answer, today: date) -> Ask | None:
        """Which programme is meant, where none was named and they differ, or a name that several share."""
        if frame.asks_which or "compare" in frame.asks or "all_programmes" in frame.marks:
            return None
        if answer.verdict in ("yes", "no"):
            return None
        parts = answer.by_programme
        if len({p.answer for p in parts}) == 1 and len(parts) <= _MANY:
            return None
        named = self._resolver.find(frame.text.lower())
        kinds = {p.programme.split("/")[0] for p in parts}
        if named and not (len(named) == 1 and (frame.shared or len(kinds) == 1)):
            return None
        if frame.named and not named:
            return None
        options = []
        for part in parts:
            name = self._resolver.programmes[part.programme].name
            text = _as_typed(question, frame)
            if named:
                text = f"{text[: named[0].start]}{name}{text[named[0].end :]}"
            made, _ = self._settle(Question(text, (), part.programme), today)
            if not made.abstained and [p.programme for p in made.by_programme] == [part.programme]:
                options.append(Option(name, text, part.programme))
        return Ask("programme", tuple(options)) if len(options) > 1 else None

    def _fact(self, frame: Frame, finding: Finding, hinge: Hinge, today: date) -> Ask | None:
        """The fact about the unit or the figure that the finding's verdict turns on."""
        if hinge.given and hinge.bound:
            what, asked = self._figure(frame, hinge.given, hinge.bound)
            return self._settled(what, [asked], finding, today)
        if hinge.unit is None:
            return None
        if finding.reason == "partner":
            return self._role(frame, finding, hinge.unit, today)
        what, found = variants(hinge, frame.language, self._taxonomy)
        rest = frame.masked.replace(hinge.unit.words.lower(), "", 1) if hinge.unit.words else frame.masked
        if any(word.lower() in rest for v in found for word in (v.label, v.words)):
            return None
        return self._settled(what, self._wordings(frame, hinge.unit, found), finding, today)

    def _wordings(self, frame: Frame, unit: Unit, found: tuple[Variant, ...]) -> Iterable[list[tuple[str, str]]]:
        """The labelled questions: the asker's own with the unit's name replaced, else a plain one on the role."""
        at = frame.masked.find(unit.words.lower())
        end = at + len(unit.words)
        if unit.words and at >= 0 and not frame.inherited and frame.text[at:end].lower() == unit.words.lower():
            yield [(v.label, _spliced(frame, at, end, v.words)) for v in found]
        if frame.role and self._plain(frame):
            yield [(v.label, self._on_role(frame.language, frame.role, v.words)) for v in found]

    def _role(self, frame: Frame, finding: Finding, unit: Unit, today: date) -> Ask | None:
        """Whether the unit means to lead or to join, where it may only join."""
        if not self._plain(frame):
            return None
        return self._settled("role", [self.either_role(frame, unit)], finding, today)

    def either_role(self, frame: Frame, unit: Unit) -> list[tuple[str, str]]:
        """Plain questions on whether the unit may lead, and whether it may join."""
        asked = unit.words.strip('“”" ') or self._taxonomy.called(unit.kind, unit.features, frame.language)
        word = self._wording[frame.language]
        return [
            (word.of("misc.role_lead"), self._on_role(frame.language, "lead", asked)),
            (word.of("misc.role_joint"), self._on_role(frame.language, "joint", asked)),
        ]

    def _figure(self, frame: Frame, given: Quantity, bound: Quantity) -> tuple[What, list[tuple[str, str]]]:
        """The question with the vague figure on either side of the clause's bound."""
        word = self._wording[frame.language]
        low, high = bound.interval.low, bound.interval.high
        figure, opened = (low, bound.interval.low_open) if low is not None else (high, bound.interval.high_open)
        what: What = {"duration": "age", "count": "count"}.get(bound.dimension, "figure")  # type: ignore[assignment]
        told = re.escape(frame.masked[given.start : given.end].strip())
        place = re.search(_YEAR_TOLD.format(told), frame.masked) if told else None
        between = low is not None and high is not None
        if frame.language == "en" or figure is None or between or figure.denominator != 1 or place is None:
            return what, []
        amount = f"{figure.numerator}{bound.unit}"
        floor = (low is not None) != opened
        ways = (
            (word.of("ask.at_least", bound=amount), word.of("ask.less", bound=amount))
            if floor
            else (word.of("ask.at_most", bound=amount), word.of("ask.more", bound=amount))
        )
        founded = "成立" if re.search(_FOUNDED, place.group()) else ""
        joint = "的" if founded and not frame.masked.startswith("的", place.end()) else ""
        start, end = frame.text[: place.start()], frame.text[place.end() :]
        return what, [(way, f"{start}{founded}{way}{joint}{end}") for way in ways]

    def _settled(
        self, what: What, wordings: Iterable[list[tuple[str, str]]], finding: Finding, today: date
    ) -> Ask | None:
        """The first wording of which at least two options are settled, not all alike, and one leads on."""
        for labelled in wordings:
            options, verdicts = [], set()
            for label, text in labelled:
                answer, findings = self._settle(Question(text, (), finding.programme), today)
                if [p.programme for p in answer.by_programme] != [finding.programme] or answer.verdict is None:
                    continue
                inner = next((f for f in findings if f.programme == finding.programme), None)
                if inner is None or answer.verdict == "conditional" and inner.reason == finding.reason:
                    continue
                if what != "role" and _side(finding) and _side(inner) != _side(finding):
                    continue
                options.append(Option(label, text, finding.programme))
                verdicts.add(answer.verdict)
            helps = {"yes"} if finding.reason == "overlap" else {"yes", "conditional"}
            if len(options) > 1 and len(verdicts) > 1 and verdicts & helps:
                return Ask(what, tuple(options))
        return None

    def _plain(self, frame: Frame) -> bool:
        """Whether a plain question on the role leaves nothing out: no figure, no denial, little beside the role."""
        rest = sum(t.weight for t in frame.terms if t.kind != "unit" and not t.about_role)
        return rest < 1.0 and not frame.quantities and not _DENIES.search(_A_NOT_A.sub("", frame.masked))

    def _on_role(self, language: Language, role: str, words: str) -> str:
        """A plain question on whether the unit may fill the role."""
        asked = words if language == "zh" else f"{_article(words)} {words}"
        return self._wording[language].of(f"ask.{role}", asked=asked)


def _spliced(frame: Frame, at: int, end: int, words: str) -> str:
    """The question with its words from `at` to `end` replaced, an English article or a bare 我 with them."""
    before = frame.text[:at] + ("们" if frame.text[:at].endswith("我") else "")
    if frame.language == "en":
        before = re.sub(r"\b([Aa])n?(?= $)", lambda m: m.group(1) + _article(words)[1:], before)
    return before + words + frame.text[end:]


def _side(finding: Finding) -> str:
    """Whether it was decided who may lead or who may join: an option's words must not turn one into the other."""
    role = dict(finding.values).get("role", "")
    return _SIDES.get(role, "")


def _article(words: str) -> str:
    return "an" if words[:1].lower() in "aeio" or words.startswith("under") else "a"


def _as_typed(question: Question, frame: Frame) -> str:
    """The question as it was typed, where the frame's offsets fit it; else as it was cleaned and mended."""
    typed = question.text
    same = len(typed) == len(frame.text) and clean(typed) == frame.text
    return typed if same else frame.text
