"""Partners that a question tells or leaves out, against the kinds and numbers that the rules want and let join."""

from __future__ import annotations

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.roles.lacking import NEEDED_EN, TO_HAVE, asks_more, lacked, needed
from assistant.answering.roles.levels_told import as_told
from assistant.answering.sentences.spans import unmarked
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Quantity, Unit
from assistant.programmes.units import Relation

_COMPANION = regex(
    r"$|[、和或及跟与,，。]|参|加[入盟]|联合|一起|做|当|作|进|成员|来|入伙|支持|能|可|就|也|都|一|[行成好]不"
)
_MUST_HAVE = regex(
    rf"{TO_HAVE}[^，,。；;？?]+"
    r"|非(?!有不可|要有不可)[^，,。；;？?]{2,14}不可(?!以)|少不了[^，,。；;？?]+"
    r"|[^，,。；;？?]{2,16}?(?:是|算|属于)?(?:非(?:要|得)?有不可|必不可少|不可或缺|不可缺少|少不了(?=[吧吗么嘛？?，,]|$)|缺不得|必备|必需)"
    r"|\b(?:must|need(?:s|ed)? to|ha(?:ve|s) to|required to)\b[^?.;]*"
    r"\b(?:have|include|involve|bring|contain|count)\b[^?.;]+"
    rf"|(?:{NEEDED_EN})[^?.;]*"
)
_GAINED = regex(
    r"(?:拉|找|请|联合|引入|吸纳|谈|签|定|有)(?:来|到|上|好|下|妥|成|定)?(?:了|到|好|上)(?:[一二两三四五六七八九十\d]+[家个所])?$"
)
_ENOUGH = regex(r"够|符合|满足|达到|达标|算(?!术|法)")
_COUNTED_ON = regex(r"[用拿靠](?:它|他|来|这家|那家)|凑(?!合|巧)|(?:就|只有|仅|唯一)(?:的|有)?一?家|那一?家")
_CONDITIONS = regex(r"够[^，,。？?]{0,3}条件|(?:符合|满足)[^，,。？?]{0,6}(?:条件|要求)")
_LEVEL = regex(r"(?:[国省市县区]|国家)[级域]")
_COMPRISES = regex(r"涵盖|组成|构成|包括|包含|吸[纳收]|共同参与")
_SOME = regex(r"(?:任何|哪怕)?(?:[一半]?[家所个])?(?:(?:[省市县区]|国家)级?(?:及?以上)?|符合[^的]*|合适|像样|真正)?的")
_JOINED = regex(r"联合(?!体|申)|带[着上]?|拉[着上]?|找(?!谁)|外加|加上")
_COUNTED = ("家", "个", "所")
_NEXT = 4  # characters between a figure's unit and the kind that it counts
_KINDS = 2


def too_many_partners(scene: Scene) -> Finding | None:
    """That partners told kind by kind ("两家农场、三所中学") are together more than the rule on their number lets join;
    None where they are fewer, of one kind (a figure like any other), or no rule sets how many."""
    frame, text = scene.frame, scene.frame.masked
    joined = _JOINED.search(text)
    if frame.role not in ("lead", "applicant") or joined is None:
        return None  # whom the lead brings stands behind the verb, the lead itself before it
    kinds = [m for m in scene.taxonomy.find(text) if m.unit.kind not in scene.taxonomy.generic]
    told = [
        q.interval.low
        for q in frame.quantities
        if q.unit in _COUNTED
        and q.interval.low == q.interval.high
        and any(0 <= m.start - q.end <= _NEXT for m in kinds)
    ]
    if len(told) < _KINDS:
        return None
    number = sum(n for n in told if n is not None)
    for statement in scene.statements:
        most = statement.value if isinstance(statement.value, Quantity) else None
        if statement.attribute != "count" or statement.operator != "max" or statement.role not in ("joint", "member"):
            continue
        if most is None or most.interval.high is None or statement.modality == "usual" or statement.units:
            continue
        if number > most.interval.high:
            quote, given = unmarked(statement.quote), f"{number}家"
            bound = f"{most.interval.high}{most.unit}"
            return Finding(
                scene.programme, "answered", "no", quote.text, (quote,), "over",
                (("bound", bound), ("given", given)), 9.0, 0.9,
            )  # fmt: skip
    return None


def lacks_partner(scene: Scene) -> Finding | None:
    """The question leaves out, or names only others than, a kind of unit of which the rule wants at least one."""
    statements = [s for s in scene.statements if s.role in ("joint", "member") and s.units]
    wanted = [s for s in statements if s.attribute == "count" and s.operator == "min" and s.modality != "usual"]
    gone = _left_out(scene)
    marks, units, left_out = scene.frame.marks, scene.frame.units, () if asks_more(scene) else gone
    named = _said_needed(scene) if needed(scene) else ()
    mine = [u for u in units if u not in left_out]
    for statement in sorted(wanted, key=lambda s: s.modality != "must"):
        within = [u for u in named if _among(scene, u, statement.units) == "inside"]
        if any(_among(scene, ruled, (u,)) != "inside" for u in within for ruled in statement.units):
            return _partner_missing(scene, statement, "no", "contrary")  # the rule lets in more than what is named
    for statement in wanted:
        there = [u for u in mine if _among(scene, u, statement.units) == "inside"]
        if left_out and not there and all(_among(scene, u, left_out) == "inside" for u in statement.units):
            return _partner_missing(scene, statement, "yes" if needed(scene) else "no")
        others = gone and all(_among(scene, u, statement.units) == "outside" for u in gone)
        if (
            "alone" in marks
            and not others
            and mine
            and not all(_among(scene, u, statement.units) == "inside" for u in mine)
        ):
            return _partner_missing(scene, statement, "no")
        if _only_lower(scene, statement):
            return _partner_missing(scene, statement, "no")
        if "solely" in marks and units:
            near = [scene.taxonomy.relation(u, statement.units[0]) for u in units]
            if "inside" not in near:
                return _partner_missing(scene, statement, "conditional" if "overlap" in near else "no")
            if _CONDITIONS.search(scene.frame.masked) and statement.modality == "must":
                return _partner_missing(scene, statement, "conditional")  # this one is met, the others are untold
        if _unsure(scene, statement):
            return _partner_missing(scene, statement, "conditional")
        if any(_among(scene, ruled, named) == "inside" for ruled in statement.units) and not left_out:
            return _partner_missing(scene, statement, "yes")  # at least one of a narrower kind, so one of the kind
    left_out = (*left_out, *named)
    if leader := _to_lead(scene, left_out):
        return _partner_missing(scene, leader, "no")
    for statement in sorted(statements, key=lambda s: s.role != scene.frame.role):
        if statement.attribute != "unit" or not any(_among(scene, u, left_out) == "inside" for u in statement.units):
            continue
        if statement.modality in ("encourage", "may", "prefer") and needed(scene):
            return _partner_missing(scene, statement, "no", "optional")
        if statement.modality in ("states", "must") and _COMPRISES.search(statement.quote.clause.text):
            return _partner_missing(scene, statement, "conditional")
    return None


def _only_lower(scene: Scene, statement: Statement) -> bool:
    """Whether the partner that is to be counted has the title wanted, and none has it on the level wanted."""
    wanted = statement.units[0].feature("designation")
    told = [as_told(scene, u) for u in scene.frame.units if wanted and u.feature("designation") == wanted]
    counted = _COUNTED_ON.search(scene.frame.masked) and not scene.frame.denies
    return bool(counted and told) and all(_among(scene, u, statement.units) == "outside" for u in told)


def _unsure(scene: Scene, statement: Statement) -> bool:
    """Whether the partners that the question tells of may or may not be of the kind of which so many are wanted (of
    what level is not told)."""
    text = scene.frame.masked
    if not _ENOUGH.search(text):
        return False
    found = [m.unit for m in scene.taxonomy.find(text) if _GAINED.search(text[: m.start])]
    return bool(found) and {_among(scene, u, statement.units) for u in found} == {"overlap"}


def _to_lead(scene: Scene, left_out: tuple[Unit, ...]) -> Statement | None:
    """The rule by which the unit that is left out is the one who is to lead, where somebody else wants to."""
    leads = (
        s for s in scene.statements if (s.attribute, s.role, s.modality, s.closed) == ("unit", "lead", "must", True)
    )
    if scene.frame.role != "lead" or not left_out or needed(scene):
        return None
    return next((s for s in leads if all(_among(scene, u, left_out) == "inside" for u in s.units)), None)


def _said_needed(scene: Scene) -> tuple[Unit, ...]:
    """The kinds of unit that the question says there must be."""
    text = scene.frame.masked
    spans = [m.span() for m in _MUST_HAVE.finditer(text)]
    found = [m for m in scene.taxonomy.find(text) if any(a <= m.start and m.end <= b for a, b in spans)]
    return tuple(m.unit for m in found if m.unit.kind not in scene.taxonomy.generic)


def _among(scene: Scene, unit: Unit, others: tuple[Unit, ...]) -> Relation:
    return scene.taxonomy.relation_any(unit, others) if others else "outside"


def _left_out(scene: Scene) -> tuple[Unit, ...]:
    """The kinds of unit of which the question says that there is none."""
    text = scene.frame.masked
    spans = lacked(text, being=False)
    found = [m for m in scene.taxonomy.find(text) if _COMPANION.match(text[m.end :])]
    inside = [(m.unit, text[a : m.start]) for m in found for _, a, b in spans if a <= m.start and m.end <= b]
    # 没有固定场所的企业 lacks the place; the firm is there.
    there = [u for u, before in inside if not before.endswith("的") or _SOME.fullmatch(before)]
    affirmed = [u for u in scene.frame.units if u not in there]
    gone = (u for u in there if not any(scene.taxonomy.relation(a, u) == "inside" for a in affirmed))
    return tuple(u for u in gone if u.kind not in scene.taxonomy.generic)


def _partner_missing(scene: Scene, statement: Statement, verdict: Verdict, reason: str = "must") -> Finding:
    quotes = [unmarked(statement.quote)]
    if statement.attribute == "count" and (fuller := _level_named(scene, statement)):
        quotes.append(unmarked(fuller.quote))
    said = "”；“".join(q.text for q in quotes)
    return Finding(scene.programme, "answered", verdict, said, tuple(quotes), reason, (), 9.0, 0.9)


def _level_named(scene: Scene, statement: Statement) -> Statement | None:
    """The rule that names the level of the units wanted, where the statement, being an aside ("其中……"), does not."""
    if _LEVEL.search(statement.quote.text) or not any(u.feature("level_min") for u in statement.units):
        return None
    wanted = {(u.kind, u.features) for u in statement.units}
    alike = (
        s for s in scene.statements if s.attribute == "count" and {(u.kind, u.features) for u in s.units} == wanted
    )
    return next((s for s in alike if _LEVEL.search(s.quote.text)), None)
