"""What a question asks, in typed parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.answer import Language, Question
from assistant.answering.question.asked_units import counts
from assistant.answering.question.founding import ages, undated
from assistant.answering.question.framing import (
    PUT_AS_QUESTION,
    blank,
    of_the_act,
    plainly_put,
    replaced,
    role,
    unparted,
    with_quota,
    without_demands,
    without_gloss,
    without_some,
)
from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.named_units import affirmed, free, told_apart
from assistant.answering.question.plainly import Plain, asks_to_be_told, plain
from assistant.answering.question.resolve import Resolver
from assistant.answering.question.seams import Cut, Seams, uncut
from assistant.answering.question.spelling import Speller
from assistant.answering.question.telling import Telling
from assistant.answering.question.term import Term
from assistant.answering.question.terms import terms_of
from assistant.answering.question.text import A_NOT_A, clean, language, tagged
from assistant.answering.question.told_figures import added, altogether, article, figure, joined, ordinal
from assistant.answering.question.told_in_english import as_readers_know
from assistant.answering.sentences.passages import TermIndex
from assistant.guideline.patterns import regex, runs_of
from assistant.guideline.values import Day, Quantity, Role, Unit
from assistant.programmes.days import find_days
from assistant.programmes.quantities import find_quantities
from assistant.programmes.regions import regions
from assistant.programmes.units import Taxonomy, taxonomy

_INTERROGATIVE = regex(r"什么|何|哪|几(?!乎)|啥|多(?:会|少|大|长|久)|\b(?:when|what|how|which)\b")
_ASIDE = regex(r"[（(][^（()）]*[）)]\s*$")
_TAG = regex(
    r"\s*(?:对|是|没错|没说错|没问题|是这样|对不|是不)?(?:吧|吗|的吧|嘛)?\s*|(?:is that )?(?:right|correct|true)"
)
CONFIRM = regex(
    r"(?:对|是|没错|没说错|是这样)[的]?(?:吧|吗|嘛)|对不对|是不是|吧[？?。]?$|\bright\?|\bcorrect\?|\btrue\b|\bis(?:n't)? it so\b"
)
_NOT_ALLOWED = regex(
    r"(?<!能)不能(?!不)|(?<!可)不可以|不得(?!不)|不准|不许|不让|没有?资格|无权|\bcannot\b|\bcan't\b|\bcan not\b|\bmay not\b"
    r"|\bnot (?:allowed|eligible)\b"
)
_SUPPOSED = regex(r"^(?:那么?)?(?:要是|如果|万一|假如|倘若|若是)(?!是|换)|\bwhat if\b")
_RELATIVE = regex(r"^.{3,40}的那?一?(?:格|栏|项|块|部分|条|段|个)呢[?？]?$")
_THEY = regex(
    r"(?<!其)[它他她](?!人)们?|[这那该][家所个](?:单位|机构|学校|企业|公司|院校|高校)?(?=[能可来当做牵挑作自]|$)|人家|对方|\b(?:they|it|them)\b"
)
# Which of two is asked, not whether: "at once or only after the review?"
_EITHER = regex(r"\bor (?:only|is|are|does|do|once|after|before|at|by|when|rather|do we|must we|should we)\b[^?]*\?")
_DATED = regex(r"(?<=\d)[年月日号]")  # what stands behind a date begins a word
_ONLY_THEN = regex(r"(?<=[月日号底初后])再(?=[报交送寄])")  # 等到2月再报 is late, not once more
_SOME_OF = regex(r"(?:好|十|来)?几(?:多)?[个家份项条种类所页次位名天行本册门张套场台]")  # of a yes-or-no question: some
_FEW = regex(r"几(?=[个家份项条种类所页次位名天行本册门张套场台])")
_LEAVE_ASKED = regex(
    r"[，,](?:这样|这么[做写办])?(?:可不可以|可以|行不行|行|成不成|成|好不好|好|合规|合适)(?:吗|吧|不)?[？?。\s]*$"
)
_ASKS_LEAVE = regex(r"能不能|可不可以|能否|可否|是否可以")
_COPIES = regex(r"(?:几|多少)[份套册本]")
_HANDING_IN = frozenset({"submit", "mail"})
_CONDITIONS = regex(r"(?:满足|符合|达到|具备|有)(?:什么|哪些|啥)|(?:什么|哪些|啥)(?:条件|要求|资格)")
_POINTING = regex(r"[这那](?:几|两|三|[一二三四五六七]?)(?:份|个|类|家|种|项|所)(?:文件|项目|平台|通知)?")


@dataclass(frozen=True, slots=True)
class Frame:
    """A question understood. `masked` is its lower-cased text with programme names blanked out; `asks` and
    `marks` are the interrogatives and marks it bears; `concepts` the things asked about; `terms` its content
    words with their synonyms; `named` are the programmes it names (not held ones in `not_held`); `foreign` says
    that it names one that no document here knows; `facet` is what it asks for and nothing else, "" for any other,
    and `put` the open question for that in the words that the later steps know best; `sure` says
    that every word of it is asked for that."""

    text: str
    language: Language
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
    foreign: bool = False
    facet: str = ""
    put: str = ""
    sure: bool = False

    def unread(self) -> set[int]:
        """The offsets of the characters in no name, unit or known term; none where the text has been put otherwise."""
        if len(self.masked) != len(self.text):
            return set()
        said = [u.words for u in self.units] + [t.words for t in self.terms if t.kind != "unknown"]
        read = {i for w in said if len(w) > 1 for run in runs_of(w.lower(), self.masked) for i in range(*run)}
        return {i for i, char in enumerate(self.masked) if not char.isspace()} - read

    def settled(self) -> Frame:
        """Where nothing is asked about a unit's fitness, the unit is only who asks: half its weight."""
        if self.whether:
            some = (replace(t, weight=t.weight * 0.1) if _SOME_OF.fullmatch(t.words) else t for t in self.terms)
            return replace(self, terms=tuple(some))
        if self.role or "compare" in self.asks:
            return self
        # Where nobody asks leave, one character is too little to find a sentence by.
        acts = tuple(t.unknown() if t.is_act else t for t in self.terms)
        actor = bool(self.asks & {"how_many", "when"}) and "who" not in self.asks

        def weight(term: Term) -> float:
            if actor and "organise" in term.concepts:
                return term.weight * 0.1  # who does it is not what is asked
            if term.concepts and _HANDING_IN.issuperset(term.concepts) and _COPIES.search(self.masked):
                return term.weight * 0.25  # 要交几份: so many are there to be handed in
            return term.weight * (1.0 if term.kind != "unit" else 0.1 if counts(self.masked, term.words) else 0.5)

        return replace(self, terms=tuple(replace(t, weight=weight(t)) for t in acts))

    @property
    def asks_which(self) -> bool:
        """Whether the question is which of the programmes."""
        if "which_programme" in self.asks:
            return True
        return {"exists", "all_programmes"} <= self.marks and "which_office" not in self.concepts

    @property
    def whether(self) -> bool:
        """Whether a yes or no is asked for."""
        if _EITHER.search(self.masked):
            return False
        wh = self.asks & {"when", "how_many", "who", "where", "list", "how", "compare", "sum"}
        if (self.days or self.quantities) and not _INTERROGATIVE.search(self.masked):
            wh -= {"when", "how_many", "sum"}  # 截止日期是15日吗: a noun for a value beside the value asks for none
        if _LEAVE_ASKED.search(self.masked) and not _INTERROGATIVE.search(_FEW.sub("", self.masked)):
            wh -= {"how_many"}  # 写几个课题，可以吗: some, not how many
        if _ASKS_LEAVE.search(self.asking_part) and not _INTERROGATIVE.search(_FEW.sub("", self.asking_part)):
            wh -= {"how_many"}  # 我们有几个车间，能不能参加: only told
        return "whether" in self.asks and (not wh or "presuppose" in self.marks and not wh & {"how", "list"})

    @property
    def only_abroad(self) -> bool:
        """Whether the places named are all outside the mainland."""
        inland = (p for p in self.places if p not in ("abroad", "elsewhere") and p[:2] not in ("香港", "澳门", "台湾"))
        return "abroad" in self.places and not any(inland)

    @property
    def denies(self) -> bool:
        """Whether what is to be confirmed is that somebody may not ("高职不能牵头，对吧？"): the part that asks, tags
        aside, denies the leave and does not ask for it."""
        asking = A_NOT_A.sub("", self.asking_part)
        if not CONFIRM.search(self.masked) or "既然" in asking or "demand" in self.marks:
            return False
        return bool(_NOT_ALLOWED.search(asking))

    @property
    def asking_part(self) -> str:
        """The last part of the question that is no mere tag ("对吧")."""
        said = _ASIDE.sub("", self.masked)
        parts = [p for p in re.split(r"[,，;；。?？]", said) if not _TAG.fullmatch(A_NOT_A.sub("", p).strip())]
        return parts[-1] if parts else ""

    @property
    def of_nobody(self) -> bool:
        """Whether nothing but a role is asked about, of nobody in particular ("我们能牵头吗？"): never a plain yes."""
        given = self.quantities or self.days or self.places or any(u.kind not in taxonomy().generic for u in self.units)
        if not self.role or not self.whether or given:
            return False
        said = [t for t in self.terms if t.weight >= 0.5 and all(t.words != u.words for u in self.units)]
        return all(t.is_role for t in said)

    def wants(self, lexicon: Lexicon) -> frozenset[str]:
        """The kinds of value that the concepts asked about call for."""
        return frozenset(w for c in self.concepts if (w := lexicon.concepts[c].want))


def _of_other(now: Frame, before: Frame) -> bool:
    """Whether the role named before was told of a unit alone ("牵头的学校"), and another one is asked about now."""
    kinds = {u.kind for u in now.units}
    words = "|".join(re.escape(u.words.lower()) for u in before.units if u.kind not in kinds)
    met = _CONDITIONS.search(now.masked) and not now.role and kinds.isdisjoint(u.kind for u in before.units)
    return bool(met or words and re.search(rf"(?:牵头|联合申报|参与)的?(?:{words})", before.masked))


def _unless_open(now: Frame, asks: frozenset[str]) -> frozenset[str]:
    """The interrogatives asked before, none where the question has one of its own that is no kind ("要交啥材料") or
    supposes a case: then what follows from it is asked."""
    if _SUPPOSED.search(now.masked) and any(t.grounded and t.weight >= 1.5 for t in now.terms if t.kind != "unit"):
        return frozenset()
    return frozenset() if re.search(r"什么|啥|\bwhat\b(?! about)", now.masked) else asks


class Reader:
    """Turns a question with its history into a Frame."""

    def __init__(
        self,
        lexicon: Lexicon,
        taxonomy: Taxonomy,
        resolver: Resolver,
        index: TermIndex,
        speller: Speller,
        cut: Cut = uncut,
    ) -> None:
        self._lexicon, self._taxonomy, self._resolver = lexicon, taxonomy, resolver
        self._index, self._speller, self._cut = index, speller, cut
        self._telling = Telling(index, resolver)

    def read(self, question: Question, today: date, within: TermIndex | None = None) -> Frame:
        """The frame of the question; what it leaves out is taken from the question before it. Words weigh what they
        weigh in `within`, in all documents where that is None."""
        index = within or self._index
        frame = self._alone(question.text, today, index)
        earlier = [t.content for t in question.history if t.role == "user" and t.content.strip()]
        before: Frame | None = None
        for text in earlier[-4:]:
            now = self._alone(text, today, index)
            before = self._follow(now, before) if before else now
        return self._follow(frame, before) if before else frame

    def plainly(self, frame: Frame, today: date, within: TermIndex | None = None) -> Frame:
        """The frame of the plain question that the question stands for."""
        made = self._parse(frame.put, today, within or self._index)
        return replace(made, text=frame.text, language=frame.language, named=frame.named, facet=frame.facet)

    def _alone(self, text: str, today: date, index: TermIndex) -> Frame:
        cleaned = self._speller.long_words(self._speller.places(clean(text)))
        frame = self._parse(cleaned, today, self._index)
        strange = tuple(t.words for t in frame.terms if t.kind == "unknown")
        mended = self._speller.mend(frame.text, strange) if strange else frame.text
        frame = self._parse(mended, today, self._index) if mended != frame.text else frame
        mended = self._speller.slips(mended, frame.unread())
        frame = self._parse(mended, today, self._index) if mended != frame.text else frame
        if index is self._index:
            return frame
        return replace(self._parse(mended, today, index), named=frame.named, shared=frame.shared, foreign=frame.foreign)

    def _parse(self, cleaned: str, today: date, index: TermIndex) -> Frame:
        cleaned = unparted(cleaned, self._resolver.find)
        whole = tagged(cleaned.lower())
        low = without_demands(whole, self._lexicon)
        named = self._resolver.find(whole)
        masked = as_readers_know(plainly_put(without_gloss(low, blank(low, self._resolver.find(low)))))
        once = A_NOT_A.sub(r"\1", masked)
        counted = find_quantities(masked)
        seams = Seams(self._cut(_DATED.sub(" ", masked)))
        matches = with_quota(
            self._lexicon.scan(_ONLY_THEN.sub("　", masked), index.known, seams), masked, list(counted)
        )
        matches = of_the_act(matches, masked)
        units = free(self._taxonomy.find(masked), matches, seams)
        concepts = frozenset(c for m in matches for c in m.concepts)
        chosen = self._resolver.chosen(named, whole)
        held = tuple(dict.fromkeys(p for ids in chosen for p in ids))
        not_held = tuple(dict.fromkeys(p for n in named if not n.held for p in n.programmes))
        given = joined([figure(q, masked) for q in counted if not article(q, masked) and not ordinal(q, masked)])
        denied = {m.unit.words.lower() for m in units if affirmed(m, masked) is None}
        quantities = altogether((*given, *ages(masked, today)), masked)
        terms = tuple(
            replace(t, weight=t.weight * 0.1) if t.kind == "unit" and t.words in denied else t
            for t in terms_of(undated(masked), matches, units, quantities, self._lexicon, self._taxonomy, index, seams)
        )
        foreign = self._resolver.foreign(whole, named, self._index.known)
        if not (named or foreign) and (told := self._telling.programme(terms, masked)):
            held = (told,)
        orders = self._lexicon.marks(cleaned.lower()) & {"demand", "invent"}
        asked: Plain | None = None
        if not (len(named) > 1 or not_held or foreign or orders):
            asked = plain(masked, self._lexicon.asks(masked), self._index.known)
        made = Frame(
            text=cleaned,
            language=language(cleaned),
            masked=masked,
            asks=frozenset() if _RELATIVE.match(masked.strip()) else self._asks(masked, concepts),
            marks=orders
            | (self._lexicon.marks(once) - {"demand", "invent"})
            | (self._lexicon.marks(masked) & {"obligation", "permission"}),
            named=held,
            shared=any(len(ids) > 1 for ids in chosen),
            not_held=not_held,
            foreign=foreign,
            facet=asked.facet if asked else "",
            sure=bool(asked and asked.sure),
            put=asked.put if asked else "",
            role=role(concepts, masked, units, matches),
            units=told_apart(tuple(u for m in units if (u := affirmed(m, masked)) is not None)),
            quantities=quantities,
            days=find_days(masked),
            places=regions().places(masked) + ((o,) if (o := regions().outside(masked)) else ()),
            concepts=concepts,
            terms=self._resolver.called.light(terms, held, masked),
        ).settled()
        return replace(made, put="") if made.whether and not asks_to_be_told(masked) else made

    def _asks(self, masked: str, concepts: frozenset[str]) -> frozenset[str]:
        """The interrogatives of the question; what may be done, told with a question mark, wants a yes or no. Where
        spans of time are compared it is asked how long each is."""
        plain = without_some(_POINTING.sub("", masked))
        asks = self._lexicon.asks(plain)
        if "compare" in asks and any(self._lexicon.concepts[c].want == "duration" for c in concepts):
            asks |= {"how_many"}
        return asks or (frozenset({"whether"}) if PUT_AS_QUESTION.search(plain) else asks)

    def _completed(self, now: Frame, before: Frame) -> Frame:
        """A level or a further number told alone goes with the unit and the number told before."""
        level = self._taxonomy.level(now.masked)
        if level and not now.units and before.units:
            last = before.units[-1]
            features = tuple(sorted({**dict(last.features), "level": level}.items()))
            now = replace(
                now,
                units=(
                    Unit(last.kind, tuple(f for f in features if f[0] != "level_min"), now.masked.strip("？?呢的 ")),
                ),
            )
        if re.search(r"再(?:加|多|来|报|添)|\b(?:more|another)\b", now.masked) and now.quantities and before.quantities:
            now = replace(now, quantities=(added(before.quantities[-1], now.quantities[0]), *now.quantities[1:]))
        return now

    def _follow(self, now: Frame, before: Frame) -> Frame:
        """Copy the last frame and overwrite by type: entity for entity, attribute for attribute."""
        if (now.not_held or now.foreign) and not now.named:
            return now
        named = now.named or before.named
        kind, part = ("", "") if now.named else self._resolver.sibling(now.masked, before.named)
        if kind:
            rest = now.masked.replace(part, "　" * len(part))
            asked = tuple(t for t in now.terms if t.words in rest)
            named, now = (
                (kind,),
                replace(now, terms=asked, units=tuple(u for u in now.units if u.words.lower() in rest)),
            )
        now = self._completed(now, before)
        if _THEY.search(now.masked) and not (now.units or now.places):
            now = replace(now, units=before.units, places=before.places)
        own = [t for t in now.terms if t.kind != "unit" and t.grounded and not t.is_role]
        whole = bool(now.units and now.whether and "followup" not in now.marks)
        if (
            now.role
            and not own
            and (whole or not any(t.grounded and not t.is_role for t in before.terms if t.kind != "unit"))
        ):
            own = [t for t in now.terms if t.kind != "unit" and t.grounded]
        elliptic = "followup" in now.marks or not own or len(now.text) <= 12 and not (whole and now.role)
        if "who" in now.asks and now.role and not own:
            elliptic = False  # 谁牵头 needs nothing of the question before but the programme
        if not elliptic:
            # A question whole in itself takes the programme from before and nothing else, unless it asks of all.
            return now if "all_programmes" in now.marks or now.asks_which else replace(now, named=named)
        other = bool(now.units) and _of_other(now, before)
        if not own:
            kept = [t for t in before.terms if not (t.kind == "unit" and now.units or other and t.is_role)]
            return replace(
                now,
                named=named,
                role=now.role or ("" if other else before.role),
                units=now.units or before.units,
                asks=now.asks or _unless_open(now, before.asks),
                marks=now.marks | (before.marks & {"permission", "obligation"}),
                concepts=now.concepts | before.concepts,
                terms=(*now.terms, *kept),
                inherited=True,
            )
        asks = now.asks or _unless_open(now, before.asks)
        if not now.asks and asks and not now.wants(self._lexicon):
            # An attribute is asked on ("…那一格呢？"): what is wanted stays what was wanted.
            now = replace(now, concepts=now.concepts | {c for c in before.concepts if self._lexicon.concepts[c].want})
        same = {t.words for t in now.terms}
        left = (t for t in before.terms if t.words not in same and t.kind != "unit" and not replaced(t, own))
        faint = tuple(t.faint() for t in left if not (other and t.is_role))
        return replace(
            now,
            named=named,
            role=now.role or (before.role if now.units and not other else ""),
            terms=(*now.terms, *faint),
            inherited=True,
            asks=asks,
        )
