"""From a question to a verified answer, in named steps."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from assistant.answering.answer import Answer, Question, Step, Turn
from assistant.answering.attributed import attributed
from assistant.answering.compose import Composer
from assistant.answering.contacting import contact
from assistant.answering.counting import lacks_partner, leaves_out, share_of, sum_of_limits
from assistant.answering.finding import Finding
from assistant.answering.fitness import fit, holders, role_asked
from assistant.answering.frame import Frame, Reader
from assistant.answering.lexicon import lexicon
from assistant.answering.limits import limits
from assistant.answering.lists import children_list, enumeration, grouped_fields
from assistant.answering.locate import Found, locate
from assistant.answering.passages import TermIndex, cut
from assistant.answering.propositions import judge
from assistant.answering.resolve import Resolver
from assistant.answering.scene import Scene, spoken
from assistant.answering.spelling import Readings, Speller
from assistant.answering.tell import by_unit, joined, tell
from assistant.answering.values import value, wanted
from assistant.answering.verify import verified
from assistant.answering.which import which
from assistant.answering.wording import Wording
from assistant.guideline.document import Guideline
from assistant.guideline.statement import Statement
from assistant.programmes.units import taxonomy

T = TypeVar("T")
Search = Callable[[str, int], tuple[tuple[str, float], ...]]
_LEAST = {"value": 0.42, "list": 0.5, "judge": 0.5, "tell": 0.5}


@dataclass(frozen=True, slots=True)
class Scope:
    """The programmes a question is put to; `chosen` says that it (or its history or a filter) named them."""

    programmes: tuple[str, ...]
    chosen: bool


class Engine:
    """Answers questions over a fixed set of guidelines. Safe to share between threads."""

    def __init__(
        self,
        guidelines: tuple[Guideline, ...],
        statements: tuple[Statement, ...],
        search: Search,
        wording: dict[str, Wording],
        readings: Readings = lambda char: (),
    ) -> None:
        self._guidelines = guidelines
        self._statements = statements
        self._search = search
        self._lexicon, self._taxonomy = lexicon(), taxonomy()
        self._index = TermIndex(cut(guidelines))
        self._attributed = attributed(statements, self._index)
        self._resolver = Resolver(guidelines)
        self._home = {p.id: g for g in guidelines for p in g.programmes if p.held}
        self._stated = {p: tuple(s for s in statements if self._concerns(s, p)) for p in self._home}
        words = [n for p in self._resolver.programmes.values() for n in p.names]
        words += [w for c in self._lexicon.concepts.values() for w in c.doc]
        words += self._taxonomy.chinese_names()
        speller = Speller(words, self._index.known, readings)
        self._reader = Reader(self._lexicon, self._taxonomy, self._resolver, self._index, speller)
        self._composer = Composer(
            wording, guidelines, self._resolver, {p: c for p, s in self._stated.items() if (c := contact(s))}
        )

    def answer(self, question: Question, today: date) -> Answer:
        """understand → scope → retrieve → decide or extract → compose → verify → respond."""
        clock = _Clock()
        frame = clock.step("understand", lambda: self.understand(question, today))
        scope = clock.step("scope", lambda: self.scope(frame, question))
        found = clock.step("retrieve", lambda: self.retrieve(frame))
        findings = clock.step("decide", lambda: self.decide(frame, scope, found, today))
        findings = clock.step("further", lambda: self.further(question, findings, today))
        findings = clock.step("verify", lambda: tuple(verified(f, frame) for f in findings))
        answer = clock.step("compose", lambda: self._composer.compose(question, frame, findings, scope.chosen, today))
        return replace(answer, elapsed_ms=clock.total(), steps=clock.steps)

    def further(self, question: Question, findings: tuple[Finding, ...], today: date) -> tuple[Finding, ...]:
        """What a second question mark asks beside the first, told with it where it is about the same programmes."""
        parts = [p for p in re.split(r"(?<=[？?])", question.text) if len(p.strip()) >= 5]
        if len(parts) != 2 or not all(re.search(r"[？?]\s*$", p) for p in parts):
            return findings
        rest = Question(parts[1], (*question.history, Turn("user", parts[0])), question.programme)
        frame = self.understand(rest, today)
        scope = self.scope(frame, rest)
        more = {f.programme: f for f in self.decide(frame, scope, self.retrieve(frame), today) if not f.silent}
        return tuple(
            joined(f, more[f.programme]) if f.programme in more and not f.silent and more[f.programme].quotes[0] not in f.quotes else f
            for f in findings
        )

    def find(self, query: str, k: int, keep: Collection[str] | None = None) -> tuple[tuple[str, float], ...]:
        """At most `k` clauses ("<document>#<clause id>", score) that speak of the query, best first: those of the
        programmes it names, then what plain search brings up. `keep` leaves out every other clause."""
        question = Question(query)
        frame = self.understand(question, date(2000, 1, 1))
        scope = self.scope(frame, question)
        ranked: dict[str, float] = {}
        for found in self.retrieve(frame):
            place = f"{found.passage.clause.document}#{found.passage.clause.id}"
            if not scope.chosen or found.passage.programmes & set(scope.programmes):
                ranked.setdefault(place, found.score)
        for place, score in self._search(query, k):
            ranked.setdefault(place, min(ranked.values(), default=score) * 0.99)
        kept = [(p, s) for p, s in ranked.items() if keep is None or p in keep]
        return tuple(sorted(kept, key=lambda h: -h[1])[:k])

    def understand(self, question: Question, today: date) -> Frame:
        """The question as a frame."""
        return self._reader.read(question, today)

    def scope(self, frame: Frame, question: Question) -> Scope:
        """The programmes to put the question to."""
        if question.programme and not frame.named:
            return Scope(self._kinds(frame, (question.programme,)), True)
        everything = "all_programmes" in frame.marks or "which_programme" in frame.asks
        if frame.named and not (everything and frame.inherited):
            return Scope(self._kinds(frame, frame.named), True)
        local = self._resolver.in_region(frame.places)
        if local:
            return Scope(self._kinds(frame, local), True)
        return Scope(self._kinds(frame, self._resolver.held()), False)

    def _kinds(self, frame: Frame, programmes: tuple[str, ...]) -> tuple[str, ...]:
        """The kinds of a programme in its place where the question is who may fill a role in it."""
        if not (frame.role and frame.units and (frame.whether or "demand" in frame.marks)):
            return programmes
        kinds = self._resolver.kinds()
        return tuple(k for p in programmes for k in ([k for k in kinds if k.startswith(p + "/")] or [p]))

    def retrieve(self, frame: Frame) -> tuple[Found, ...]:
        """Passages of all documents that speak of the question, best first."""
        hits = self._search(frame.masked.strip() or frame.text, 60)
        top = hits[0][1] if hits else 1.0
        prior = {n: 1.5 * score / top for key, score in hits for n in self._index.of_clause.get(key, ())}
        cues = tuple(c.cue for k in sorted(frame.concepts) if (c := self._lexicon.concepts[k]).cue)
        return locate(frame.terms, self._index, "", prior, self._attributed, cues)

    def decide(self, frame: Frame, scope: Scope, found: tuple[Found, ...], today: date) -> tuple[Finding, ...]:
        """One finding for each programme in scope; where the question asks which, those that say yes."""
        asks_which = "which_programme" in frame.asks or "exists" in frame.marks and "all_programmes" in frame.marks
        if asks_which and (len(scope.programmes) > 1 or not scope.chosen):
            kinds = scope.programmes if scope.chosen else self._resolver.kinds()
            kept = which(tuple(self._scene(frame, p, found, scope, today) for p in kinds))
            if kept:
                return kept
        return tuple(one(self._scene(frame, p, found, scope, today)) for p in scope.programmes)

    def _scene(self, frame: Frame, programme: str, found: tuple[Found, ...], scope: Scope, today: date) -> Scene:
        return Scene(
            frame, programme, self._home[programme], tuple(f for f in found if programme in f.passage.programmes and (scope.chosen or f.strict >= 0.5)),
            self._stated[programme], self._index, self._lexicon, self._taxonomy, today,
        )  # fmt: skip

    def _concerns(self, statement: Statement, programme: str) -> bool:
        if statement.programmes:
            return programme in statement.programmes or programme.split("/")[0] in statement.programmes
        return statement.quote.clause.document == self._home[programme].id


def one(scene: Scene) -> Finding:
    """The first technique that finds an answer: role, proposition, value, list, sentence; else silence."""
    frame = scene.frame
    if "demand" in frame.marks:
        return _demanded(scene)
    if frame.whether and not ("compare" in frame.asks and len(frame.named) > 1):
        return _yes_or_no(scene) or silence(scene)
    if frame.marks & {"presuppose", "absolute"}:
        premise = leaves_out(scene) or fit(scene) or (judge(scene, 0.4) if "absolute" in frame.marks else None)
        if premise and premise.verdict == "no":
            return premise
    for technique in (leaves_out, sum_of_limits, share_of):
        if made := technique(scene):
            return made
    if "compare" in frame.asks and len(frame.named) < 2 and (made := by_unit(scene)):
        return made
    if frame.role and not frame.quantities and (frame.asks & {"who"} or "list" in frame.asks and _about_units(scene)):
        if _only_role(scene) and (made := holders(scene)):
            return made
    if made := _values(scene):
        return replace(made, verdict="no") if _other_year(scene, made) else made
    if "how_many" in frame.asks and frame.concepts & {"task", "process", "monitor", "report_outline"}:
        if listed := children_list(scene, _LEAST["list"]):
            number = listed.said.count("；") + 1
            return replace(listed, said=f"共{number}项：{listed.said}", reason="computed")
    if wanted(scene) and frame.asks & {"how_many", "when", "where"}:
        told = tell(scene, 0.45)
        return told if told and _WAIVED.search(told.said) else silence(scene)
    return _open(scene) or silence(scene)


def _other_year(scene: Scene, made: Finding) -> bool:
    """Whether the question takes for granted a year that the clause contradicts."""
    told, held = (set(re.findall(r"20\d\d", text)) for text in (scene.frame.masked, made.said))
    return "presuppose" in scene.frame.marks and bool(told and held) and not told & held


_WAIVED = re.compile(r"不需|无需|不用|免于|不设|常年|随时|不限|不再|无纸化|自筹")


def _values(scene: Scene) -> Finding | None:
    """The values the question calls for; several kinds joined where it asks for them side by side."""
    found: list[Finding] = []
    kinds = wanted(scene)
    for kind in kinds:
        least = _LEAST["value"] if len(kinds) == 1 else 0.25
        made = (limits(scene) if kind == "characters" else None) or value(scene, kind, least)
        if made and all(q not in f.quotes for f in found for q in made.quotes):
            found.append(made)
        if made and not re.search(r"[，,、；;还各]|分别|以及|\band\b", scene.frame.masked):
            break
    if not found:
        return None
    return found[0] if len(found) == 1 else joined(found[0], found[1])


_OWN_CASE = re.compile(r"(?:我校|我们|本校|我司|我方|本单位|我公司).{0,24}(?:已经|已获|获得|通过|入选|认定)")


def _demanded(scene: Scene) -> Finding:
    """A demand to affirm something is never met with a yes: the clause speaks. What the demand says of one
    applicant's own case no document states, so that is a no."""
    made = _yes_or_no(scene) or tell(scene, 0.3) or silence(scene)
    if made.verdict in ("no", "conditional", "not_specified"):
        return made
    return replace(made, verdict="no" if _OWN_CASE.search(scene.frame.text) else None)


def _yes_or_no(scene: Scene) -> Finding | None:
    ruled = leaves_out(scene) or lacks_partner(scene) or fit(scene)
    if ruled and ruled.verdict in ("no", "not_specified"):
        return ruled
    judged = judge(scene, _LEAST["judge"])
    if ruled:
        if judged and judged.verdict in ("no", "conditional") and judged.reason in _DECISIVE:
            return judged
        if _only_role(scene):
            return ruled
        if _untouched(scene):
            return judged if judged and judged.verdict != "yes" else None
        if judged and (judged.verdict != "yes" or ruled.verdict == "yes"):
            return judged
        return replace(ruled, verdict="conditional")
    if judged and judged.verdict == "yes" and _fills_role(scene):
        return None
    if judged:
        return judged
    if scene.frame.concepts & {"phone", "email", "fax", "address", "contact"} and (kinds := wanted(scene)):
        made = value(scene, kinds[0], _LEAST["value"])
        return replace(made, verdict="yes") if made else None
    return None


def _fills_role(scene: Scene) -> bool:
    """Whether a unit is to fill a role: then only the rules on the role may say yes."""
    return bool(scene.frame.role in ("lead", "joint", "builder") and scene.frame.units and role_asked(scene))


def _untouched(scene: Scene) -> bool:
    """Whether a weighty thing asked beside the role is spoken of nowhere in the programme's text."""
    touched = {i for f in scene.found for i in f.matched}
    terms = enumerate(scene.frame.terms)
    return any(t.weight >= 1.5 and i not in touched and not set(t.concepts) & _ROLE_TALK for i, t in terms if t.kind != "unit")


_DECISIVE = frozenset({"under", "over", "region_no", "must", "optional", "prohibited"})


def _only_role(scene: Scene) -> bool:
    """Whether little but the role is asked about."""
    rest = [t for t in scene.frame.terms if t.kind != "unit" and not set(t.concepts) & _ROLE_TALK]
    return sum(t.weight for t in rest) < 3.0


_ROLE_TALK = frozenset({"lead", "joint", "member", "builder", "applicant", "organise", "condition", "field"})


def _about_units(scene: Scene) -> bool:
    return bool(re.search(r"单位|主体|机构|谁|学校|高校|企业|\bunits?\b|\bwho\b|\borganisations?\b|\borganizations?\b", scene.frame.masked))


def _open(scene: Scene) -> Finding | None:
    """List-like questions weigh headings against enumerations against plain sentences."""
    asks = scene.frame.asks
    told = tell(scene, _LEAST["tell"])
    if not asks & {"list", "how"} and not scene.frame.concepts & {"process", "materials", "task", "content", "report_outline", "monitor"}:
        return told
    if told and ("who" in asks or "how" in asks and "process" not in scene.frame.concepts):
        return told
    options = [o for o in (children_list(scene, _LEAST["list"]), grouped_fields(scene, _LEAST["list"]), enumeration(scene, _LEAST["list"]), told) if o]
    return max(options, key=lambda f: f.score + 2.0 * f.coverage) if options else None


def silence(scene: Scene) -> Finding:
    """The documents do not say; the nearest clause is kept to be shown."""
    near = next((f for f in scene.found if spoken(f.passage)), None)
    rejected = tuple(f"{f.passage.clause.document}#{f.passage.clause.id} {f.coverage:.2f}" for f in scene.found[:3])
    if near is None:
        return Finding(scene.programme, "not_specified", "not_specified", "", (), rejected=rejected)
    from assistant.answering.spans import whole

    quote = whole(near.passage)
    return Finding(
        scene.programme, "not_specified", "not_specified", quote.text, (quote,), score=near.score, coverage=near.coverage,
        rejected=rejected,
    )  # fmt: skip


class _Clock:
    """Times the steps."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self.steps: tuple[Step, ...] = ()

    def step(self, name: str, work: Callable[[], T]) -> T:
        began = time.perf_counter()
        made = work()
        kept, rejected = _trace(made)
        self.steps += (Step(name, kept, rejected, round((time.perf_counter() - began) * 1e6)),)
        return made

    def total(self) -> float:
        return round((time.perf_counter() - self._start) * 1000, 3)


def _trace(made: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(made, Frame):
        return tuple(f"{t.kind}:{t.words}" for t in made.terms), ()
    if isinstance(made, Scope):
        return made.programmes, ()
    if isinstance(made, tuple):
        kept = [f"{m.passage.clause.document}#{m.passage.clause.id} {m.score:.2f} {m.coverage:.2f}" for m in made[:8] if isinstance(m, Found)]
        kept += [f"{m.programme}:{m.verdict}:{m.said[:40]}" for m in made if isinstance(m, Finding)]
        return tuple(kept), tuple(r for m in made if isinstance(m, Finding) for r in m.rejected)
    return (), ()
