"""Everything a decision about one programme may look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant.answering.grounds.locate import Found
from assistant.answering.question.frame import Frame
from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.term import Term
from assistant.answering.sentences.passages import Passage, TermIndex, bare
from assistant.answering.sentences.sorts import Sorts
from assistant.guideline.card import Card
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Attribute, Statement
from assistant.guideline.values import Contact, Day, Quantity
from assistant.programmes.contacts import find_contacts
from assistant.programmes.days import Quarter, find_days, find_quarters
from assistant.programmes.former import as_amended
from assistant.programmes.quantities import find_quantities
from assistant.programmes.units import Taxonomy

_CLASS = regex(r"([A-D])\s?类|\b[Tt]ype\s([A-Da-d])\b")
_CLASS_NAMED = regex(
    r"(?P<name>[一-鿿]{3,20})[（(](?:以下)?简称[“\"](?P<short>[^”\"]{2,12})[”\"][，,](?P<after>[A-D])类[)）]"
    r"|(?P<before>[A-D])类[（(](?P<own>[一-鿿]{2,16})[)）]"
)
_PURPOSE = regex(
    r"^(?:第[一二三四五六七八九十]+条\s*|[一二三四五六七八九十]、|（[一二三四五六七八九十]+）)?(?:为(?!期)|坚持|以习近平|(?:完整|准确|全面|深入|认真|切实|、)*(?:贯彻|学习贯彻|落实(?!"
    r"[^。]{2,30}[，,](?:定期|开展|建立|健全|组织|实行|完善|制定))))"
)
# No more than that there is a call: "我部决定开展……工作", "现就有关事项通知如下".
_CALLED = regex(
    r"[^，,；;面向\d]{0,12}(?:组织|开展|启动|征集|遴选|申报|推荐|评选|认定|举办|就)(?:(?!面向)[^，,；;。])*?"
    r"(?:工作|活动|申报|征集|遴选|推荐|评选|认定|事项|平台|项目|中心|基地)?(?:[，,][^，,。]{0,24}(?:如下|通知))?[。：:]?$"
)
_SHORT_FOR = regex(r"[（(]以?下[^（）()]*[）)]")
_LAID_DOWN = regex(r"[，,](?:现|拟|决定|经研究|(?:我[部厅局委会]|中心)(?:决定|拟|将))")


@dataclass(frozen=True, slots=True)
class Scene:
    """One question put to one programme. `found` are the passages that speak of it, best first; `statements` are
    those of the programme; `chosen` says that the question meant this programme, by name or otherwise; `offices`
    are those that receive its papers; `card` is the programme's; `kinds` are the lettered classes it is about;
    `sorts` those that the document gives names to, in groups."""

    frame: Frame
    programme: str
    guideline: Guideline
    found: tuple[Found, ...]
    statements: tuple[Statement, ...]
    index: TermIndex
    lexicon: Lexicon
    taxonomy: Taxonomy
    today: date
    chosen: bool = True
    offices: tuple[str, ...] = ()
    card: Card | None = None
    kinds: frozenset[str] = frozenset()
    sorts: Sorts = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the programme."""
        return next((p.names for p in self.guideline.programmes if p.id == self.programme), ())

    def words(self, found: Found) -> tuple[str, ...]:
        """The alternatives of the question's terms that stand in the passage, longest first."""
        low = found.passage.text.lower()
        plain = bare(low)
        held = {a for t in self.frame.terms for a, _ in t.alternatives if a in low or a in plain}
        return tuple(sorted(held, key=len, reverse=True))


def apart(scene: Scene, kept: tuple[Term, ...], said: tuple[str, ...] = ()) -> Scene:
    """The question without all its terms but the ones kept, and without the words `said`."""
    masked, text = scene.frame.masked, scene.frame.text
    for words in (*(t.words for t in scene.frame.terms if t not in kept), *said):
        masked, text = masked.replace(words, " "), text.replace(words, " ")
    return replace(scene, frame=replace(scene.frame, terms=kept, masked=masked, text=text))


@lru_cache(maxsize=4096)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence, without those that it says were so before."""
    return find_quantities(as_amended(text))


def stated_in(scene: Scene, passage: Passage, attribute: Attribute) -> tuple[Statement, ...]:
    """What the programme's statements of that attribute say in the passage."""
    return tuple(
        s
        for s in scene.statements
        if s.attribute == attribute
        and s.quote.clause is passage.clause
        and passage.start <= s.quote.start < passage.end
    )


def measures_nothing(scene: Scene, text: str) -> bool:
    """Whether the question tells a figure and the text has none of its sort."""
    told = {q.dimension for q in scene.frame.quantities}
    return bool(told) and not any(q.dimension in told for q in quantities_in(text))


@lru_cache(maxsize=4096)
def days_in(text: str) -> tuple[Day | Quarter, ...]:
    """The dates and quarters of a sentence, without the dates that it says were so before."""
    return tuple(sorted((*find_days(as_amended(text)), *find_quarters(text)), key=lambda d: d.start))


@lru_cache(maxsize=4096)
def contacts_in(text: str) -> tuple[Contact, ...]:
    """The contacts of a sentence."""
    return find_contacts(text)


def class_names(guideline: Guideline) -> dict[str, str]:
    """The names that a document gives to its lettered classes: "……（以下简称“……”，A类）", "A类（……）"."""
    named: dict[str, str] = {}
    for clause in guideline.clauses:
        for match in _CLASS_NAMED.finditer(clause.text):
            letter = match["before"] or match["after"]
            named |= {name: letter for name in (match["name"], match["short"], match["own"]) if name}
    return named


def classes(text: str) -> frozenset[str]:
    """The lettered classes that the text names: "A类", "type B"."""
    return frozenset(a or b.upper() for a, b in _CLASS.findall(text))


def classes_told(clause: Clause, start: int, end: int) -> frozenset[str]:
    """The lettered classes that a run of a clause is about: those it names, else the last that the clause names
    before it ("B类材料包括甲、乙。一式2份。"), else those of the nearest heading that names any."""
    own = classes(clause.text[start:end])
    if own:
        return own
    before = _CLASS.findall(clause.text[:start])
    if before:
        return frozenset(a or b.upper() for a, b in before[-1:])
    return next((told for place in (clause.heading, *reversed(clause.path)) if (told := classes(place))), frozenset())


def purposive(text: str) -> bool:
    """Whether the sentence only tells what a document is for ("为贯彻落实……"), not what it therefore lays down
    ("……，拟面向部属高校认定一批")."""
    laid_down = _LAID_DOWN.search(text)
    return bool(_PURPOSE.match(text.strip())) and (
        laid_down is None or bool(_CALLED.match(_SHORT_FOR.sub("", text[laid_down.end() :]).strip()))
    )


def spoken(passage: Passage) -> bool:
    """Whether the passage is a sentence that states something, not a bare heading or an empty field."""
    text = passage.text.strip()
    return len(re.sub(r"[\W_]", "", text)) >= 4 and passage.clause.kind not in ("heading", "title")
