"""What a question asks, in typed parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from assistant.answering.answer import Question
from assistant.answering.lexicon import Lexicon, Match
from assistant.answering.passages import TermIndex
from assistant.answering.resolve import Named, Resolver
from assistant.answering.spelling import Speller
from assistant.answering.terms import Term, terms_of
from assistant.answering.text import clean, language
from assistant.guideline.values import Day, Interval, Quantity, Role, Unit
from assistant.programmes.days import find_days
from assistant.programmes.quantities import find_quantities
from assistant.programmes.regions import regions
from assistant.programmes.units import Mention, Taxonomy

_A_NOT_A = re.compile(r"([一-鿿])[不没]\1")
_ROLE_WORDS: tuple[tuple[Role, frozenset[str]], ...] = (
    ("lead", frozenset({"lead"})),
    ("joint", frozenset({"joint"})),
    ("builder", frozenset({"builder"})),
    ("member", frozenset({"member"})),
    ("applicant", frozenset({"applicant"})),
)
_DENIED = re.compile(r"不是|不经过|不通过|绕开|绕过|不找|不跟|不和|并非|不属于?|既不|也不|没有任何|没有|非$|\bnot an?\b")
_ROLES = frozenset({"lead", "joint", "member", "builder", "applicant"})
_APPLY = re.compile(r"(?:申报|申请)(?!书|表|材料|单位|主体|条件|流程|方案)|报名|能报|可以报|报得|参评|来报|\bapply|\beligible\b")
_POINTING = re.compile(r"[这那](?:几|两|三|[一二三四五六七]?)(?:份|个|类|家|种|项|所)(?:文件|项目|平台|通知)?")
_LAST_YEAR = {"今年": (0, 1), "去年": (0, 2), "前年": (1, 3), "this year": (0, 1), "last year": (0, 2), "年初": (0, 1)}


@dataclass(frozen=True, slots=True)
class Frame:
    """A question understood. `masked` is its lower-cased text with programme names blanked out; `asks` and
    `marks` are the interrogatives and marks it bears; `concepts` the things asked about; `terms` its content
    words with their synonyms; `named` are the programmes it names (not held ones in `not_held`)."""

    text: str
    language: str
    masked: str
    asks: frozenset[str]
    marks: frozenset[str]
    named: tuple[str, ...]
    not_held: tuple[str, ...]
    role: Role
    units: tuple[Unit, ...]
    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
    places: tuple[str, ...]
    concepts: frozenset[str]
    terms: tuple[Term, ...]
    inherited: bool = False
    shared: bool = False

    def settled(self) -> Frame:
        """Where nothing is asked about a unit's fitness, the unit is only who asks: half its weight."""
        if self.whether or self.role or "compare" in self.asks:
            return self
        return replace(self, terms=tuple(replace(t, weight=t.weight * 0.5) if t.kind == "unit" else t for t in self.terms))

    @property
    def whether(self) -> bool:
        """Whether a yes or no is asked for."""
        wh = self.asks & {"when", "how_many", "who", "where", "list", "how", "compare", "sum"}
        return "whether" in self.asks and (not wh or "presuppose" in self.marks and not wh & {"how", "list"})

    def wants(self, lexicon: Lexicon) -> frozenset[str]:
        """The kinds of value that the concepts asked about call for."""
        return frozenset(w for c in self.concepts if (w := lexicon.concepts[c].want))


class Reader:
    """Turns a question with its history into a Frame."""

    def __init__(self, lexicon: Lexicon, taxonomy: Taxonomy, resolver: Resolver, index: TermIndex, speller: Speller) -> None:
        self._lexicon, self._taxonomy, self._resolver = lexicon, taxonomy, resolver
        self._index, self._speller = index, speller

    def read(self, question: Question, today: date) -> Frame:
        """The frame of the question; what it leaves out is taken from the question before it."""
        frame = self._alone(question.text, today)
        earlier = [t.content for t in question.history if t.role == "user" and t.content.strip()]
        before: Frame | None = None
        for text in earlier[-4:]:
            now = self._alone(text, today)
            before = self._follow(now, before) if before else now
        return self._follow(frame, before) if before else frame

    def _alone(self, text: str, today: date) -> Frame:
        frame = self._parse(clean(text), today)
        strange = tuple(t.words for t in frame.terms if t.kind == "unknown")
        if not strange:
            return frame
        mended = self._speller.mend(frame.text, strange)
        return self._parse(mended, today) if mended != frame.text else frame

    def _parse(self, cleaned: str, today: date) -> Frame:
        whole = cleaned.lower()
        low = _without_demands(whole, self._lexicon)
        named = self._resolver.find(whole)
        masked = _without_gloss(low, _blank(low, self._resolver.find(low)))
        plain = _A_NOT_A.sub(r"\1", masked)
        matches = self._lexicon.scan(masked)
        units = _free(self._taxonomy.find(masked), matches)
        concepts = frozenset(c for m in matches for c in m.concepts)
        held = tuple(dict.fromkeys(p for n in named if n.held for p in self._resolver.choose(n, whole)))
        not_held = tuple(dict.fromkeys(p for n in named if not n.held for p in n.programmes))
        given = [_just(q, masked) for q in find_quantities(masked) if not _article(q, masked)]
        quantities = (*given, *_ages(masked, today))
        return Frame(
            text=cleaned,
            language=language(cleaned),
            masked=masked,
            asks=self._lexicon.asks(_POINTING.sub("", masked)),
            marks=(self._lexicon.marks(cleaned.lower()) & {"demand", "invent"}) | self._lexicon.marks(plain) | (self._lexicon.marks(masked) & {"obligation", "permission"}),
            named=held,
            shared=any(len(self._resolver.choose(n, whole)) > 1 for n in named if n.held),
            not_held=not_held,
            role=_role(concepts, masked, units),
            units=tuple(u for m in units if (u := _affirmed(m, masked)) is not None),
            quantities=quantities,
            days=find_days(masked),
            places=regions().places(masked) + ((o,) if (o := regions().outside(masked)) else ()),
            concepts=concepts,
            terms=terms_of(masked, matches, units, quantities, self._lexicon, self._taxonomy, self._index),
        ).settled()

    def _follow(self, now: Frame, before: Frame) -> Frame:
        """Copy the last frame and overwrite by type: entity for entity, attribute for attribute."""
        if now.not_held and not now.named:
            return now
        named = now.named or before.named
        own = [t for t in now.terms if t.kind != "unit" and t.grounded and not set(t.concepts) & _ROLES]
        if now.role and not own and not any(t.grounded and not set(t.concepts) & _ROLES for t in before.terms if t.kind != "unit"):
            own = [t for t in now.terms if t.kind != "unit" and t.grounded]
        elliptic = "followup" in now.marks or not own or len(now.text) <= 12
        if not elliptic:
            return replace(now, named=named, inherited=not now.named)
        if not own:
            kept = [t for t in before.terms if not (t.kind == "unit" and now.units)]
            terms = (*now.terms, *kept)
            return replace(
                now,
                named=named,
                role=now.role or before.role,
                units=now.units or before.units,
                asks=now.asks or before.asks,
                marks=now.marks | (before.marks & {"permission", "obligation"}),
                concepts=now.concepts | before.concepts,
                terms=terms,
                quantities=now.quantities,
                inherited=True,
            )
        same = {t.words for t in now.terms}
        faint = tuple(t.faint() for t in before.terms if t.words not in same and t.kind != "unit")
        role = now.role or (before.role if now.units else "")
        return replace(now, named=named, role=role, terms=(*now.terms, *faint), inherited=True, asks=now.asks or before.asks)


def _blank(text: str, named: tuple[Named, ...]) -> str:
    """Names are replaced by as many blanks, so that offsets stay; a name's kind word may still be a term."""
    for name in named:
        text = text[: name.start] + " " * (name.end - name.start) + text[name.end :]
    return text


def _without_demands(text: str, lexicon: Lexicon) -> str:
    """The question without the segments that only give orders to the assistant, as long as anything is left."""
    parts = re.split(r"(?<=[。！!；;\n:：])|(?<=】)|(?<=\])", text)
    kept = [p for p in parts if not lexicon.mark["demand"].search(p)]
    if len("".join(kept)) >= 6 and len(kept) < len(parts):
        return "".join(kept)
    parts = re.split(r"(?<=[，,。！!；;:：\n])|(?<=】)|(?<=\])", text)
    kept = [p for p in parts if not lexicon.mark["demand"].search(p)]
    return "".join(kept) if len("".join(kept)) >= 6 else text


def _without_gloss(text: str, masked: str) -> str:
    """An English name right before the programme's own name in brackets says the same: it is blanked too."""
    for bracket in re.finditer(r"\(\s*\)", masked):
        if text[bracket.start() : bracket.end()] == bracket.group():
            continue
        before = masked[: bracket.start()]
        article = max(before.rfind(f" {w} ") for w in ("a", "an", "the", "our", "this"))
        if 0 <= article and bracket.start() - article < 90 and before[article:].isascii():
            masked = masked[:article] + " " * (bracket.start() - article) + masked[bracket.start() :]
    return masked


def _article(quantity: Quantity, text: str) -> bool:
    """ "一所外省的学校": one as an article, where nothing limits it."""
    one = quantity.interval.low == 1 == quantity.interval.high and quantity.dimension == "count"
    return one and not re.search(r"[只仅就才光单满共是]\S{0,2}$|第$", text[max(0, quantity.start - 4) : quantity.start]) and not re.match(
        r"\S{0,8}(?:都|也|就)", text[quantity.end :]
    )


def _just(quantity: Quantity, text: str) -> Quantity:
    """ "刚满两年", "只有18人": the figure itself, not a lower bound."""
    low = quantity.interval.low
    if quantity.dimension == "count" and re.match(r"\S{0,8}(?:都不|也不|都没|也没)", text[quantity.end :]):
        return replace(quantity, interval=Interval(Fraction(0), Fraction(0)))
    if low is not None and quantity.interval.high is None and re.search(r"[刚才只仅]\S{0,2}$", text[max(0, quantity.start - 3) : quantity.start + 1]):
        return replace(quantity, interval=Interval(low, low))
    return quantity


def _affirmed(mention: Mention, text: str) -> Unit | None:
    """The unit, None where it is denied ("not a school"); a denied feature is kept as lacking ("not ministry-run")."""
    if not _DENIED.search(text[max(0, mention.start - 5) : mention.start]):
        return mention.unit
    told = [(n, "none") for n, _ in mention.unit.features if n in ("affiliation", "designation", "ownership")]
    return Unit(mention.unit.kind, tuple(told), mention.unit.words) if told else None


def _free(units: tuple[Mention, ...], matches: tuple[Match, ...]) -> tuple[Mention, ...]:
    """Units that are not part of a longer word for something else ("企业" in "企业导师")."""
    longer = [m for m in matches if m.kind == "concept"]
    return tuple(
        u for u in units if not any(m.start <= u.start and u.end <= m.end and m.end - m.start > u.end - u.start for m in longer)
    )


def _role(concepts: frozenset[str], text: str, units: tuple[Mention, ...]) -> Role:
    for role, words in _ROLE_WORDS:
        if concepts & words:
            return role
    return "applicant" if _APPLY.search(text) and units else ""


def _ages(text: str, today: date) -> tuple[Quantity, ...]:
    """"去年成立" as the interval of ages it can mean, counted in years at `today`."""
    for word, (_, back) in _LAST_YEAR.items():
        at = text.find(word)
        if at >= 0 and re.search(r"成立|注册|开|创办|设立|办|founded|established|set up|registered", text):
            passed = Fraction((today - date(today.year, 1, 1)).days, 365)
            low = Fraction(0) if back == 1 else passed + back - 2
            return (Quantity(Interval(low, passed + back - 1), "年", "duration", "成立", at, at + len(word), False),)
    return ()
