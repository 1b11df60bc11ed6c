"""What a question asks, in typed parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answering.answer import Language
from assistant.answering.question.asked_units import counts
from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.plainly import Plain
from assistant.answering.question.term import Term
from assistant.answering.question.text import A_NOT_A
from assistant.guideline.patterns import regex, runs_of
from assistant.guideline.values import Day, Quantity, Role, Unit
from assistant.programmes.units import taxonomy

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
# Which of two is asked, not whether: "at once or only after the review?"
_EITHER = regex(r"\bor (?:only|is|are|does|do|once|after|before|at|by|when|rather|do we|must we|should we)\b[^?]*\?")
_SOME_OF = regex(r"(?:好|十|来)?几(?:多)?[个家份项条种类所页次位名天行本册门张套场台]")  # of a yes-or-no question: some
_FEW = regex(r"几(?=[个家份项条种类所页次位名天行本册门张套场台])")
_LEAVE_ASKED = regex(
    r"[，,](?:这样|这么[做写办])?(?:可不可以|可以|行不行|行|成不成|成|好不好|好|合规|合适)(?:吗|吧|不)?[？?。\s]*$"
)
_ASKS_LEAVE = regex(r"能不能|可不可以|能否|可否|是否可以")
_COPIES = regex(r"(?:几|多少)[份套册本]")
_HANDING_IN = frozenset({"submit", "mail"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A question understood. `masked` is its lower-cased text with programme names blanked out; `asks` and
    `marks` are the interrogatives and marks it bears; `concepts` the things asked about; `terms` its content
    words with their synonyms; `named` are the programmes it names (not held ones in `not_held`); `foreign` says
    that it names one that no document here knows, `unheld` that it may, where no other is spoken of; `plain` is the
    one thing that it asks for, None where it asks for more; `local` are the programmes of the document whose subject it
    speaks of, or of the place that was named before, where it names none."""

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
    unheld: bool = False
    plain: Plain | None = None
    local: tuple[str, ...] = ()

    def naming(self) -> Frame:
        """The frame with nothing but the programmes that it names."""
        none: frozenset[str] = frozenset()
        kept = replace(self, masked="", asks=none, marks=none, role="", units=(), quantities=(), days=(), places=())
        return replace(kept, concepts=none, terms=(), inherited=False, plain=None)

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

    @property
    def put(self) -> str:
        """The plain open question that it stands for, "" where it stands for none."""
        return self.plain.put if self.plain else ""

    def wants(self, lexicon: Lexicon) -> frozenset[str]:
        """The kinds of value that the concepts asked about call for."""
        return frozenset(w for c in self.concepts if (w := lexicon.concepts[c].want))
