"""One question, one programme: the techniques in their order, the first that finds an answer."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.figures.by_definition import held_against_own
from assistant.answering.figures.one_respect import in_one_respect
from assistant.answering.figures.quotas import applications, within_quota
from assistant.answering.figures.reliefs import relieved
from assistant.answering.figures.shares import part_of_whole
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.proof import narrowed, strange_act
from assistant.answering.grounds.scene import Scene, measures_nothing, purposive, spoken
from assistant.answering.grounds.whose import asks_help
from assistant.answering.question.focusing import focus
from assistant.answering.roles.at_once import at_once, on_several
from assistant.answering.roles.blemished import blemished, unless_clean
from assistant.answering.roles.classed_rules import class_rules
from assistant.answering.roles.conditions_left import conditions_left
from assistant.answering.roles.fitness import fit, newly_founded, role_asked, rule_asked
from assistant.answering.roles.lacking import lacks_standing
from assistant.answering.roles.levels_wanted import level_of_another, level_wanted
from assistant.answering.roles.named_roles import named_role
from assistant.answering.roles.partners import lacks_partner
from assistant.answering.roles.places import tells_where
from assistant.answering.roles.subjects import only_tells_who
from assistant.answering.sentences.spans import whole
from assistant.answering.values.asked_event import at_event, since
from assistant.answering.values.bound_asked import bound, bound_asked, whether_bounded
from assistant.answering.values.by_order import by_order
from assistant.answering.values.by_sort import by_sort, of_one_sort
from assistant.answering.values.by_standard import of_a_table
from assistant.answering.values.carded import carded
from assistant.answering.values.counted import counted
from assistant.answering.values.counting import leaves_out
from assistant.answering.values.defining import defining
from assistant.answering.values.divided import divided
from assistant.answering.values.form_parts import columns, seal_wanted, sealed
from assistant.answering.values.guidance import guidance
from assistant.answering.values.holders import holders
from assistant.answering.values.imprint import imprint, offered, ticked
from assistant.answering.values.lists import children_list
from assistant.answering.values.no_line import no_line, no_such_place, website
from assistant.answering.values.of_facet import is_there, nearest, of_facet, unregulated
from assistant.answering.values.openly import told_openly
from assistant.answering.values.organiser import by_name, organiser
from assistant.answering.values.papers import at_the_end, nothing_due
from assistant.answering.values.stages import stages
from assistant.answering.values.steps_beyond import steps_beyond
from assistant.answering.values.tell import by_unit, tell
from assistant.answering.values.valued import asked_on, contradicts, corrected, values, waived
from assistant.answering.values.values import wanted
from assistant.answering.values.what_follows import asks_what_follows, what_follows
from assistant.answering.values.whose_value import nameless
from assistant.answering.values.worked_out import worked_out
from assistant.answering.whether.claimed_contact import claimed_contact
from assistant.answering.whether.closest import with_closest
from assistant.answering.whether.denied import denied
from assistant.answering.whether.form_space import on_forms
from assistant.answering.whether.gainsaid import gainsaid
from assistant.answering.whether.granting import asks_for_money, granted, lends_no_yes, paid_by_others
from assistant.answering.whether.held_fast import held_fast
from assistant.answering.whether.how_to_reach import how_to_reach
from assistant.answering.whether.in_time import asks_more, beside, in_time, too_many
from assistant.answering.whether.posted import posted
from assistant.answering.whether.propositions import judge
from assistant.answering.whether.seals import of_another_seal
from assistant.answering.whether.spent import spent
from assistant.answering.whether.sufficing import not_enough
from assistant.answering.whether.working_days import working_days
from assistant.guideline.patterns import regex

_STRANGE = 2.5  # a word that the documents do not hold may be the point of the question
_ON_IT = 0.75
_LIMITS = frozenset({"count_limit", "quota"})
_LEAST = {"list": 0.5, "judge": 0.5, "tell": 0.5}

_TECHNIQUES = (
    divided,
    imprint,
    website,
    of_a_table,
    of_one_sort,
    by_sort,
    organiser,
    ticked,
    leaves_out,
    worked_out,
    counted,
    sealed,
    columns,
    defining,
    guidance,
    since,
    at_the_end,
    steps_beyond,
    carded,
)


def decide(scene: Scene) -> Finding:
    """The first technique that finds an answer: role, proposition, value, list, sentence; else silence."""
    frame = scene.frame
    compared = "compare" in frame.asks and len(frame.named) > 1
    if "demand" in frame.marks:
        return _demanded(scene)
    if unregulated(scene) and (not frame.whether or whether_bounded(scene)):
        return silence(scene)
    if of_one := of_facet(scene):
        return of_one
    if frame.whether and not compared:
        return _ruled(scene)
    if frame.marks & {"presuppose", "absolute"}:
        premise = leaves_out(scene) or fit(scene) or (judge(scene, 0.4) if "absolute" in frame.marks else None)
        if premise and premise.verdict == "no":
            return premise
    if compared and _LIMITS & frame.concepts and not frame.asks & {"list", "how"}:
        counted_up = replace(scene, frame=replace(frame, asks=frame.asks | {"how_many"}))
        return values(counted_up) or silence(scene)
    if asks_what_follows(scene):
        return what_follows(scene) or silence(scene)
    if no_such_place(scene) or nothing_due(scene):
        return silence(scene)
    for technique in _TECHNIQUES:
        if made := technique(scene):
            return made
    if "compare" in frame.asks and len(frame.named) < 2 and (made := by_unit(scene)):
        return made
    of_whom = frame.asks & {"who"} or frame.asks & {"list", "how_many"} == {"list"} and _about_units(scene)
    if frame.role and not frame.quantities and of_whom:
        if _only_role(scene) and (made := holders(scene)):
            return made
    if no_line(scene):
        return silence(scene)
    if made := values(scene):
        return replace(made, verdict="no") if contradicts(scene, made) else made
    if "how_many" in frame.asks and frame.concepts & {"task", "process", "monitor", "report_outline"}:
        if made := stages(scene):
            return made
        if listed := children_list(scene, _LEAST["list"]):
            number = listed.said.count("；") + 1
            return replace(listed, said=f"共{number}项：{listed.said}", reason="computed")
    if "characters" in wanted(scene) or wanted(scene) and frame.asks & {"how_many", "when", "where"}:
        return at_event(scene) or waived(scene) or by_order(scene) or asked_on(scene) or silence(scene)
    told = told_openly(scene)
    return by_name(scene, told) if told and not nameless(scene, told) else silence(scene)


def _ruled(scene: Scene) -> Finding:
    """Yes, no or conditional where a clause settles it; else silence."""
    made = gainsaid(scene, not_enough(scene, conditions_left(scene, _yes_or_no(scene))) or corrected(scene))
    if made is None:
        return is_there(scene) or silence(scene)
    let_in = made.verdict == "yes"
    if (
        level_of_another(scene, made)
        or let_in
        and (unregulated(scene) or narrowed(scene) or of_another_seal(scene, made))
    ):
        return silence(scene)
    return with_closest(scene, made)


_OWN_CASE = regex(r"(?:我校|我们|本校|我司|我方|本单位|我公司).{0,24}(?:已经|已获|获得|通过|入选|认定)")


def _demanded(scene: Scene) -> Finding:
    """A demand to affirm something is never met with a yes: the clause speaks. What the demand says of one
    applicant's own case no document states, so that is a no."""
    made = _yes_or_no(scene) or tell(scene, 0.3)
    if made is None or made.verdict is None and measures_nothing(scene, made.said):
        return silence(scene)
    own = None if made.verdict == "yes" or made.verdict is None else made.verdict
    return replace(made, verdict=own or ("no" if _OWN_CASE.search(scene.frame.text) else None))


def _yes_or_no(scene: Scene) -> Finding | None:
    if plain := claimed_contact(scene) or on_forms(scene) or offered(scene) or seal_wanted(scene):
        return plain
    if unit := bound_asked(scene):
        return bound(scene, unit)
    if told := denied(scene) or spent(scene) or held_fast(scene):
        return told
    if asks_for_money(scene):
        return granted(scene)
    if paid := paid_by_others(scene):
        return paid
    if off := working_days(scene):
        return off
    if freed := blemished(scene) or named_role(scene) or level_wanted(scene) or relieved(scene):
        return freed
    if told := part_of_whole(scene) or posted(scene):
        return told
    timed, counted_up = in_time(scene), within_quota(scene)
    if timed and not asks_more(scene):
        return too_many(counted_up, timed)
    made = _of_the_case(scene, counted_up)
    return beside(scene, made, too_many(counted_up, timed)) if timed and timed.reason == "passed" else made


def _of_the_case(scene: Scene, counted_up: Finding | None) -> Finding | None:
    """What the rules on the case say, whether or not there is still time."""
    if held := held_against_own(scene):
        return held
    if at_once(scene):
        return on_several(scene)
    if counted_up:
        return counted_up
    lacking = lacks_standing(scene) or lacks_partner(scene)
    if lacking and lacking.verdict != "conditional":
        return lacking
    rulings = [r for r in (leaves_out(scene), lacking, fit(scene)) if r]
    ruled = next((r for r in rulings if r.verdict == "no"), rulings[0] if rulings else None)
    if ruled and ruled.verdict == "no":
        return ruled
    judged = unless_clean(scene, judge(scene, _LEAST["judge"]))
    if (
        "demand" not in scene.frame.marks
        and applications(scene)
        and not (judged and (judged.verdict == "no" or judged.reason in _MEASURED))
    ):
        return silence(scene)
    if lacking:
        return judged if judged and judged.verdict == "no" else lacking
    if ruled and ruled.verdict == "not_specified":
        told = judged and (judged.verdict == "no" and judged.reason in _DECISIVE or judged.reason == "optional")
        return judged if told else ruled
    if judged and lends_no_yes(scene, judged):
        return granted(scene)
    if ruled:
        if judged and judged.verdict in ("no", "conditional") and judged.reason in _DECISIVE:
            return judged
        if ruled.verdict == "yes" and ruled.reason == "inside" and _loose_figure(scene):
            return None
        if strange_act(scene):
            return judged if judged and judged.verdict != "yes" else None
        if ruled.verdict == "yes" and (young := newly_founded(scene)):
            return young
        if _only_role(scene, "".join(s.subject for s in class_rules(scene))):
            return _with_figure(ruled, judged)
        if _untouched(scene):
            return judged if judged and judged.verdict != "yes" else None
        if judged and (judged.verdict != "yes" or ruled.verdict == "yes" or _of_one_measure(scene, judged)):
            return judged
        if "obligation" in scene.frame.marks and "permission" not in scene.frame.marks:
            return None  # 报项目要盖我们的章吗: what one must do is not told by who may apply
        return replace(ruled, verdict="conditional")
    if judged and judged.verdict == "yes" and _fills_role(scene) and not _of_one_measure(scene, judged):
        return None
    if judged:
        return judged
    return how_to_reach(scene)


def _of_one_measure(scene: Scene, judged: Finding) -> bool:
    """Whether nothing but the measure that is met was asked about."""
    return judged.reason == "meets" and in_one_respect(scene)


def _with_figure(ruled: Finding, judged: Finding | None) -> Finding:
    """The ruling on the unit, with the clause that a figure beside it meets."""
    if judged is None or judged.reason != "meets" or judged.said in ruled.said:
        return ruled
    first, more = (judged, ruled) if ruled.verdict == judged.verdict == "yes" else (ruled, judged)
    return replace(first, said=f"{first.said}”；“{more.said}", quotes=(*first.quotes, *more.quotes)[:3])


def _loose_figure(scene: Scene) -> bool:
    """Whether the question gives a figure that no rule was held against."""
    return any(q.dimension in ("count", "duration", "ratio", "money") for q in scene.frame.quantities)


def _fills_role(scene: Scene) -> bool:
    """Whether a unit is to fill a role: then only the rules on the role may say yes."""
    named = scene.frame.units or scene.frame.of_nobody
    role = scene.frame.role in ("lead", "joint", "builder", "applicant") and role_asked(scene)
    return bool(named and role and not rule_asked(scene) and not asks_help(scene))


def _untouched(scene: Scene) -> bool:
    """Whether a weighty thing asked beside the role is spoken of nowhere in the programme's text; where and since
    when whoever asks exists is no such thing."""
    asking = focus(scene.frame.masked)
    touched = {i for f in scene.found for i in f.matched}
    told = [(i, t) for i, t in enumerate(scene.frame.terms) if t.words in asking or not _ASKER & set(t.concepts)]
    weighty = [(i, t) for i, t in told if t.kind != "unit" and t.weight >= (1.0 if t.kind == "unknown" else 1.5)]
    weighty = [(i, t) for i, t in weighty if not tells_where(scene, t.words) and not only_tells_who(scene, t.words)]
    return any(i not in touched and not t.about_role for i, t in weighty)


_ASKER = frozenset({"levels_where", "region", "age", "cooperation"})
_MEASURED = frozenset({"under", "over", "meets", "unsure"})
_DECISIVE = frozenset({"under", "over", "region_no", "must", "optional", "prohibited", "abroad"})


def _only_role(scene: Scene, said: str = "") -> bool:
    """Whether little but the role is asked about, the class that the rule names (`said`) aside."""
    asking = focus(scene.frame.masked)
    offices = [u.words for u in scene.frame.units]  # an office is a unit by whichever of its names
    rest = [t for t in scene.frame.terms if t.kind != "unit" and not t.about_role]
    rest = [t for t in rest if not any(o in t.words for o in (*offices, *scene.frame.places))]
    rest = [t for t in rest if not t.words or t.words not in said and not tells_where(scene, t.words)]
    rest = [
        t for t in rest if t.words in asking or not ("levels_where" in t.concepts or scene.taxonomy.narrows(t.words))
    ]
    return sum(t.weight * (_STRANGE if t.kind == "unknown" and t.weight >= 1.0 else 1.0) for t in rest) < 3.0


def _about_units(scene: Scene) -> bool:
    return bool(
        re.search(
            r"单位|主体|机构|谁|学校|高校|企业|\bunits?\b|\bwho\b|\borganisations?\b|\borganizations?\b",
            scene.frame.masked,
        )
    )


def silence(scene: Scene) -> Finding:
    """The documents do not say; the nearest clause is kept to be shown, "undecided" where it speaks of most of a
    yes-or-no question: what no technique could settle is not called the documents' silence."""
    near = next((f for f in scene.found if spoken(f.passage) and not purposive(f.passage.text)), None)
    rejected = tuple(f"{f.passage.clause.document}#{f.passage.clause.id} {f.coverage:.2f}" for f in scene.found[:3])
    quote = nearest(scene) or (whole(near.passage) if near else None)
    if quote is None:
        return Finding(scene.programme, "not_specified", "not_specified", "", (), rejected=rejected)
    return Finding(
        scene.programme, "not_specified", "not_specified", quote.text, (quote,),
        reason="undecided" if near and scene.frame.whether and near.strict >= _ON_IT else "",
        score=near.score if near else 0.0, coverage=near.coverage if near else 0.0, rejected=rejected,
    )  # fmt: skip
