"""From a question with its history to a frame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.answering.answer import Question
from assistant.answering.question.following import Follower
from assistant.answering.question.founding import ages, undated
from assistant.answering.question.frame import Frame
from assistant.answering.question.framing import (
    PUT_AS_QUESTION,
    blank,
    of_the_act,
    role,
    unadorned,
    unparted,
    with_quota,
    without_demands,
    without_gloss,
    without_some,
)
from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.lived import lived
from assistant.answering.question.named_units import affirmed, free, told_apart
from assistant.answering.question.plainly import Plain, asks_to_be_told, plain
from assistant.answering.question.resolve import Resolver
from assistant.answering.question.seams import Cut, Seams, uncut
from assistant.answering.question.spelling import Speller
from assistant.answering.question.telling import Telling
from assistant.answering.question.terms import terms_of
from assistant.answering.question.text import A_NOT_A, clean, language, tagged
from assistant.answering.question.told_figures import altogether, article, figure, joined, ordinal
from assistant.answering.question.told_in_english import as_readers_know
from assistant.answering.question.unheld_names import unheld, unheld_in_english
from assistant.answering.sentences.passages import TermIndex
from assistant.guideline.patterns import regex
from assistant.programmes.days import find_days
from assistant.programmes.quantities import find_quantities
from assistant.programmes.regions import regions
from assistant.programmes.units import Taxonomy

_RELATIVE = regex(r"^.{3,40}的那?一?(?:格|栏|项|块|部分|条|段|个)呢[?？]?$")
_DATED = regex(r"(?<=\d)[年月日号]")  # what stands behind a date begins a word
_LEANT_ON = 4  # questions whose words a question can leave out; those before them only name what all is about
_ONLY_THEN = regex(r"(?<=[月日号底初后])再(?=[报交送寄])")  # 等到2月再报 is late, not once more
_POINTING = regex(r"[这那](?:几|两|三|[一二三四五六七]?)(?:份|个|类|家|种|项|所)(?:文件|项目|平台|通知)?")


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
        self._follower = Follower(lexicon, taxonomy, resolver)

    def read(self, question: Question, today: date, within: TermIndex | None = None) -> Frame:
        """The frame of the question; what it leaves out is taken from the question before it. Words weigh what they
        weigh in `within`, in all documents where that is None."""
        index = within or self._index
        frame = self._alone(question.text, today, index)
        earlier = [t.content for t in question.history if t.role == "user" and t.content.strip()]
        before: Frame | None = None
        for left, text in zip(range(len(earlier) - 1, -1, -1), earlier, strict=True):
            now = self._alone(text, today, index)
            before = self._follower.follow(now, before) if before else now
            before = before.naming() if left == _LEANT_ON else before
        made = self._follower.follow(frame, before) if before else frame
        other = made.unheld and not (made.named or question.programme)
        return replace(made, foreign=made.foreign or other)

    def plainly(self, frame: Frame, today: date, within: TermIndex | None = None) -> Frame:
        """The frame of the plain question that the question stands for."""
        made = self._parse(frame.put, today, within or self._index)
        return replace(made, text=frame.text, language=frame.language, named=frame.named, plain=frame.plain)

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
        return replace(
            self._parse(mended, today, index),
            named=frame.named,
            shared=frame.shared,
            foreign=frame.foreign,
            unheld=frame.unheld,
            local=frame.local,
        )

    def _parse(self, cleaned: str, today: date, index: TermIndex) -> Frame:
        cleaned = unparted(cleaned, self._resolver.find)
        whole = tagged(cleaned.lower())
        low = without_demands(whole, self._lexicon)
        named = self._resolver.find(whole)
        masked = as_readers_know(unadorned(without_gloss(low, blank(low, self._resolver.find(low)))))
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
        quantities = altogether((*given, *ages(masked, today), *lived(masked, today)), masked)
        terms = tuple(
            replace(t, weight=t.weight * 0.1) if t.kind == "unit" and t.words in denied else t
            for t in terms_of(undated(masked), matches, units, quantities, self._lexicon, self._taxonomy, index, seams)
        )
        foreign = self._resolver.foreign(whole, named, self._index.known)
        other = not (named or foreign) and (
            unheld(masked, self._index.known, self._resolver.held_names) or unheld_in_english(masked, terms)
        )
        if not (named or foreign or other) and (told := self._telling.programme(terms, masked)):
            held = (told,)
        local = () if held or not_held or foreign or other else self._telling.of_document(terms, masked)
        marks = self._lexicon.marks(cleaned.lower())
        orders = marks & {"demand", "invent"}
        asked: Plain | None = None
        if not (len(named) > 1 or not_held or foreign or orders or "drafts" in marks):
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
            local=local,
            unheld=other,
            plain=asked,
            role=role(concepts, masked, units, matches),
            units=told_apart(tuple(u for m in units if (u := affirmed(m, masked)) is not None)),
            quantities=quantities,
            days=find_days(masked),
            places=regions().places(masked) + ((o,) if (o := regions().outside(masked)) else ()),
            concepts=concepts,
            terms=self._resolver.called.light(terms, held, masked),
        ).settled()
        if asked and asked.facet == "lead" and made.role == "builder":
            return replace(made, plain=None)  # who builds is not who applies
        if asked and made.whether and not asks_to_be_told(masked):
            return replace(made, plain=replace(asked, put=""))
        return made

    def _asks(self, masked: str, concepts: frozenset[str]) -> frozenset[str]:
        """The interrogatives of the question; what may be done, told with a question mark, wants a yes or no. Where
        spans of time are compared it is asked how long each is."""
        plain = without_some(_POINTING.sub("", masked))
        asks = self._lexicon.asks(plain)
        if "compare" in asks and any(self._lexicon.concepts[c].want == "duration" for c in concepts):
            asks |= {"how_many"}
        return asks or (frozenset({"whether"}) if PUT_AS_QUESTION.search(plain) else asks)
