"""Whether a unit from elsewhere may fill a role."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.roles.ruled import finding_of
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Unit
from assistant.programmes.eligibility import Decision
from assistant.programmes.regions import regions

_OUTSIDE = regex(r"(?:市域|市|省域|省|区域|辖区|本地)(?:以)?外")
_UNIT_OUTSIDE = regex(r"(?:市域|省域|(?<!城)市|省)(?:以|之)?外的?(?:单位|企业|公司|高校|学校|院校|机构|园区|协会|医院)")
_HERE = regex(r"(?:市域|省域|本市|本省|市|省|辖区|区域)(?:范围)?内")
_OF_HERE = regex(
    r"(?:(?:本|我|全)[市省区县]|[市省]域)(?!级|属)(?:行政)?(?:区域|辖区|范围|域)?内?(?:已|依法|合法)?"
    r"(?:注册|登记|设立|成立|的|企业|公司|院校|高校|学校|单位|机构)"
)
_MAINLY = regex(r"为主|主要|优先|鼓励|一般|原则上|可以?(?!靠)")
_PROVINCE = regex(r"省域?(?:范围)?内")
_ANYWHERE = regex(r"跨区域|跨地区|不限(?:地域|区域)|全国")
_BEYOND = regex(r"外省|省外|别的省|其他省|另一个省|\b(?:another|other) provinces?\b")
_WHEREABOUTS = regex(r"(?:[一-鿿]{2,3})?[省市]域?(?:范围)?[内外]?|[省市][内外]的?")
_NAMED = regex(r"[一-鿿]{2,3}?(?:市|区|县|州|旗)(?=[、和及与或的,，在]|$)")
_OTHER_CITY = regex(r"外[市县]|[市县]域?外|跨市|其他市|本[市县区]|\b(?:another city|outside the city|other cities)\b")
_OR_NOT = regex(r"不(?:在|是|属于)|以外|之外|除了?")
_WHERE = regex(r"[一-鿿]{1,3}(?:市|(?<![地社园校厂辖])区|县|旗)(?![级属域长场])")


def place(scene: Scene) -> Finding | None:
    """A place outside the region that the rule on the role allows."""
    region = regions().places(scene.guideline.entry.region)
    named = [p for p in scene.frame.places if p not in ("elsewhere", "abroad") and not _begins_a_name(scene, region, p)]
    places = [p for p in named if not _is_outside_of(scene, p)]
    outside = [p for p in places if region and not regions().within(p, region[-1])]
    near = _in_the_province(scene, region, outside)
    away = [p for p in named if p not in places and (not region or regions().within(region[-1], p))]
    if region and _told_elsewhere(scene, region[-1]):
        away.append("elsewhere")
    plainly = bool(near or away) or bool(_UNIT_OUTSIDE.search(scene.frame.masked))
    if not outside and not plainly and (places or not {"elsewhere", "abroad"} & set(scene.frame.places)):
        return None
    if near and scene.frame.role in ("joint", "member"):
        let_in = [
            s for s in scene.statements if s.role == "joint" and any("省" in u.feature("region") for u in s.units)
        ]
        if let_in and (wanted := _wanted_besides(scene, let_in[0])):
            return finding_of(wanted, Decision("conditional", "overlap", (let_in[0],)), scene)
        if let_in:
            return Finding(
                scene.programme, "answered", "yes", let_in[0].quote.text, (let_in[0].quote,), "inside",
                (("asked", near), ("role", "role_joint")), 10.0, 1.0,
            )  # fmt: skip
    for statement in scene.statements:
        if statement.attribute != "unit" or statement.role != scene.frame.role or statement.modality != "must_not":
            continue
        if _OUTSIDE.search(statement.quote.text):
            return _not_from(scene, statement, outside[0] if outside else _outsiders(scene))
    if made := _of_here(scene, region, outside):
        return made
    if not region:
        return None
    return _nowhere_let_in(scene, region, outside) or (_elsewhere(scene, region) if away else None)


def _wanted_besides(scene: Scene, rule: Statement) -> Unit | None:
    """The unit asked about, where the rule wants more of it than to be in the province ("省域内优质单位") and the question
    does not tell that it is so; None where it does, or only denies that anybody from there may."""
    wanted = {u.feature("condition") for u in rule.units} - {""}
    if scene.frame.denies or not wanted or any(w in scene.frame.masked for w in wanted):
        return None
    return next(iter(scene.frame.units), None) or Unit(min(scene.taxonomy.generic))


def _is_outside_of(scene: Scene, named: str) -> bool:
    """Whether the question is about what lies outside the place that it names ("嘉兴市以外", "outside Jiaxing")."""
    return regions().apart(scene.frame.masked, named)


def _in_the_province(scene: Scene, region: tuple[str, ...], outside: list[str]) -> str:
    """Where in the province, and not in the city, the question says that somebody is; "" where it does not."""
    if not region or scene.frame.language == "zh" and _BEYOND.search(scene.frame.masked):
        return ""
    if outside:
        return outside[0] if regions().within(outside[0], regions().province(region[0])) else ""
    away = rf"不在{region[-1]}|{region[-1]}市?域?(?:以|之)?外|(?<!城)市域?外"
    told = _PROVINCE.search(scene.frame.masked) and re.search(away, scene.frame.masked)
    return told.group() if told else ""


def _begins_a_name(scene: Scene, region: tuple[str, ...], named: str) -> bool:
    """Whether the home province only begins the name of a school that may be right here (浙江……大学 of a notice of
    Hangzhou)."""
    home = bool(region) and named == regions().province(region[-1])
    return home and bool(re.search(rf"{named}[^一几某的在省市内地区境，,、]{{0,5}}(?:大学|学院)", scene.frame.masked))


def tells_where(scene: Scene, word: str) -> bool:
    """Whether the word only says where who asks is ("省内"), or of what it is told so ("校区在本市", "总部设在……")."""
    if word in scene.frame.places or _WHEREABOUTS.fullmatch(word):
        return True
    here = "|".join(map(re.escape, (*scene.frame.places, "本市", "本省", "本地", "市内", "省内", "市区")))
    return bool(
        re.search(rf"{re.escape(word)}(?:就|都|也|是)?(?:位于|坐落在|设在|落在|在)(?:{here})", scene.frame.masked)
    )


def _of_here(scene: Scene, region: tuple[str, ...], outside: list[str]) -> Finding | None:
    """That a rule which names the place its lead comes from ("杭州市一家……牵头", "在本市注册的……") lets in nobody from
    another."""
    if scene.frame.role not in ("lead", "applicant") or not outside:
        return None
    for statement in scene.statements:
        if statement.attribute != "unit" or statement.role != scene.frame.role or statement.modality == "must_not":
            continue
        where = _where(statement, region)
        if where and not any(regions().within(outside[0], p) for p in where):
            return _not_from(scene, statement, outside[0])
    return None


def _where(statement: Statement, region: tuple[str, ...]) -> set[str]:
    """The places that alone the units of the rule come from."""
    if _MAINLY.search(statement.quote.text):
        return set()
    named = {p for u in statement.units for p in regions().places(u.feature("region"))}
    return named or ({region[-1]} if region and _OF_HERE.search(statement.quote.text) else set())


def _not_from(scene: Scene, statement: Statement, asked: str) -> Finding:
    """The no of a rule to whoever is not from here; that it depends, where they are told to be here as well ("总部在上海，
    厂在杭州")."""
    region = regions().places(scene.guideline.entry.region)[-1:]
    told = [p for p in scene.frame.places if not _is_outside_of(scene, p)]
    if any(regions().within(p, r) and _settled_in(scene, p) for p in told for r in region):
        quote = statement.quote
        return Finding(scene.programme, "answered", "conditional", quote.text, (quote,), score=10.0, coverage=1.0)
    return Finding(
        scene.programme, "answered", "no", statement.quote.text, (statement.quote,), "region_no",
        (("asked", asked), ("role", f"role_{scene.frame.role}"), ("where", _in_brackets(scene, region))), 10.0, 1.0,
    )  # fmt: skip


def _in_brackets(scene: Scene, region: tuple[str, ...]) -> str:
    """The region that "here" is in the rule, in brackets; "" where it is not known."""
    return "".join(f"（{p}）" if scene.frame.language == "zh" else f" ({p})" for p in region if p)


def _settled_in(scene: Scene, named: str) -> bool:
    """Whether somebody is said to be in the place, not only the programme to be of it ("杭州的平台")."""
    there = rf"(?:在|位于|落户)(?:了)?{named}市?(?:[，,。]|[^，,。；？?的]{{0,6}}(?:注册|登记|成立))"
    return bool(re.search(there, scene.frame.masked))


def _nowhere_let_in(scene: Scene, region: tuple[str, ...], outside: list[str]) -> Finding | None:
    """That a rule which lets in units of the province lets in none from beyond it, silence where it only says from
    where they come; that it depends, where another rule on the role brings in units from anywhere."""
    home = regions().province(region[0])
    beyond = [p for p in outside if not regions().within(p, home)] or _BEYOND.findall(scene.frame.masked)
    if not beyond or scene.frame.role not in ("joint", "member"):
        return None
    told = [s for s in scene.statements if s.attribute == "unit" and s.role in ("joint", "member")]
    if anywhere := next((s for s in told if _ANYWHERE.search(s.quote.text)), None):
        return Finding(
            scene.programme, "answered", "conditional", anywhere.quote.text, (anywhere.quote,), score=9.0, coverage=0.9
        )
    bounded = next((s for s in told if _PROVINCE.search(s.quote.text)), None)
    bounded = bounded or next((s for s in told if _HERE.search(s.quote.text)), None)
    if bounded is None:
        return None
    quote = bounded.quote
    if _PROVINCE.search(quote.text):
        return Finding(
            scene.programme, "answered", "no", quote.text, (quote,), "region_no",
            (("asked", beyond[0]), ("role", f"role_{scene.frame.role}"), ("where", _in_brackets(scene, (home,)))),
            9.0, 0.9,
        )  # fmt: skip
    return Finding(scene.programme, "not_specified", "not_specified", quote.text, (quote,), score=9.0, coverage=0.9)


def _told_elsewhere(scene: Scene, here: str) -> bool:
    """Whether somebody is said to be elsewhere in no place that is named; of a province, in another one or abroad."""
    if not {"elsewhere", "abroad"} & set(scene.frame.places):
        return False
    return (
        regions().province(here) != here or "abroad" in scene.frame.places or not _OTHER_CITY.search(scene.frame.masked)
    )


def _elsewhere(scene: Scene, region: tuple[str, ...]) -> Finding | None:
    """What the rules on the role say of units of here, where somebody is not here ("不在杭州") and where they are is not
    told: nobody from elsewhere leads what units of here lead; that it depends, where some from elsewhere may join, and
    silence where a rule only says that those of here do."""
    told = [s for s in scene.statements if s.attribute == "unit" and s.modality != "must_not"]
    if scene.frame.role in ("lead", "applicant"):
        own = (s for s in told if s.role == scene.frame.role)
        here = next((s for s in own if any(regions().within(p, region[-1]) for p in _where(s, region))), None)
        return _not_from(scene, here, _outsiders(scene)) if here else None
    if scene.frame.role not in ("joint", "member"):
        return None
    beside = [s for s in told if s.role in ("joint", "member")]
    some = next((s for p in (_ANYWHERE, _PROVINCE) for s in beside if p.search(s.quote.text)), None)
    here = some or next((s for s in beside if _HERE.search(s.quote.text)), None)
    if here is None:
        return None
    said, quotes = here.quote.text, (here.quote,)
    if some is None:
        return Finding(scene.programme, "not_specified", "not_specified", said, quotes, score=9.0, coverage=0.9)
    return Finding(scene.programme, "answered", "conditional", said, quotes, score=9.0, coverage=0.9)


def _outsiders(scene: Scene) -> str:
    return "本地域外的单位" if scene.frame.language == "zh" else "a unit outside the region"


def of_some_places(scene: Scene, decision: Decision) -> Decision:
    """The decision, settled where two rules are at odds and one holds for the places that it names only ("由甲牵头；A市、B区
    的也可以由乙牵头"): it lets in who is from one of them and nobody who is told to be from another."""
    if decision.reason != "conflict":
        return decision
    closed, opening = decision.deciding[:2]
    named = _NAMED.findall(re.split(r"可|由", opening.quote.text)[0])
    title = scene.guideline.entry.title
    told = [w for w in _WHERE.findall(scene.frame.masked) if not any(w[i:] in title for i in range(len(w) - 1))]
    if not named or not told or _OR_NOT.search(scene.frame.masked):
        return decision
    if any(w.endswith(n) for w in told for n in named):
        return Decision("yes", "inside", (opening,))
    own = [p.text for p in scene.index.passages if scene.programme in p.programmes]
    if any(w in text for w in told for text in own):
        return decision  # a place that the text speaks of may hold one of those
    return Decision("no", "closed", (closed, opening))
