"""What the question tells of a unit beside its name: its level ("镇上的竹器商会"), who runs it or does not, what it lacks."""

from __future__ import annotations

import re

from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex
from assistant.guideline.values import DENIED, Unit

_OF = r"(?:里|级|一级|属|内|本级)?(?:[(（][^()（）]{1,8}[)）])?的?(?:一[家个所])?[一-鿿]{0,6}?$"
_LEVELS = (
    ("national", regex(rf"(?:全国|中国|国家|部){_OF}")),
    ("province", regex(rf"(?:省|自治区){_OF}")),
    ("city", regex(rf"(?:地级市|地市|设区市|州|(?<![省城都超上])市(?![场值面])){_OF}")),
    ("county", regex(rf"(?:县级市|(?<![地社园校厂])区(?!域)|县){_OF}")),
)
_PART = regex(r"[，,。；;？?]|我们|咱们|在|(?<!省级)的(?=.*的)")
_ON_LEVELS = frozenset({"association", "social_body", "sme_centre", "sme_service", "research"})
_AWARDED = regex(r"([市区县省])(?:里|级|上)?(?:给?评|认定|授)的?(?!不|没)")
_RUN_BY = regex(
    r"(?:归|由|是)(?P<by>[省市部])(?:里|委|厅|局)?(?:来)?(?:主)?管|(?P<of>[省市部])(?:里|[一-鿿]{0,4}?[局厅委])?主管的"
    r"|\b(?:universit(?:y|ies)|colleges?|schools?|institut\w+|we|it)(?:,? (?:which|that))?(?: is| are)? "
    r"(?:directly )?(?:(?:run|administered|governed|owned) by|under|affiliated (?:to|with)) "
    r"(?:a |an |the )?(?:central |national )?"
    r"(?P<en>ministry|province|city)\b(?!['’])"
)
_RUNNERS = {
    "省": "provincial", "市": "municipal", "部": "ministry",
    "ministry": "ministry", "province": "provincial", "city": "municipal",
    "provincial": "provincial", "local": "provincial", "municipal": "municipal",
}  # fmt: skip
_AWARDED_BY = {"市": "city", "区": "county", "县": "county", "省": "province"}
# "is a purely provincial one"; "neither affiliated to the ministry nor jointly built".
_IS_ONE = regex(
    r"(?<!not )(?<!n't )(?<!neither )(?<!nor )\ban?(?: (?!not)\w+)? (?P<what>provincial|municipal|local) one\b"
)
_RUN_BY_NONE = regex(
    r"(?:\b(?:not|neither|nor)\b|n't)(?: (?:is|are|it|we|been|being|directly|an?|even))* (?:"
    r"(?P<ministry>(?:affiliated (?:to|with)|run by|under) (?:(?:any|an?|the|central|national) )*(?:ministry|miit)"
    r"|ministry-affiliated)"
    r"|(?P<co_built>(?:jointly|co)[ -]?(?:built|run|administered|constructed)))\b"
)


def as_told(scene: Scene, unit: Unit) -> Unit:
    """The unit with what else the question tells of it: a seat abroad, or a lack that a rule names
    ("非会员企业") where the question tells of it ("不是……会员")."""
    if scene.frame.only_abroad and not unit.feature("ownership"):
        unit = Unit(unit.kind, tuple(sorted((*unit.features, ("ownership", "foreign")))), unit.words)
    if unit.feature("designation") and not (unit.feature("level") or unit.feature("level_min")):
        told = _AWARDED.search(scene.frame.masked)
        if told:
            return Unit(unit.kind, tuple(sorted((*unit.features, ("level", _AWARDED_BY[told.group(1)])))), unit.words)
    if level := _level_told(scene, unit):
        unit = Unit(unit.kind, tuple(sorted((*unit.features, ("level", level)))), unit.words)
    run = unit.feature("affiliation")
    if (not run or run.startswith(DENIED)) and scene.taxonomy.related(unit.kind, "school"):
        if run_by := _run_by(scene.frame.masked, run):
            features = {**dict(unit.features), "affiliation": run_by}
            return Unit(unit.kind, tuple(sorted(features.items())), unit.words)
    for statement in scene.statements:
        for ruled in statement.units:
            lack = ruled.feature("condition")
            if (
                ruled.kind == unit.kind
                and lack[:1] == "非"
                and re.search(rf"(?:不是|非|未|没).{{0,16}}{re.escape(lack[1:])}", scene.frame.masked)
            ):
                return Unit(unit.kind, tuple(sorted({**dict(unit.features), "condition": lack}.items())), unit.words)
    return unit


def _run_by(asked: str, denied: str) -> str:
    """Who is told to run a school, "" for nobody; else who is told not to, beside what is `denied` by its name."""
    if told := _RUN_BY.search(asked):
        return "" if denied else _RUNNERS[told["by"] or told["of"] or told["en"]]
    if one := _IS_ONE.search(asked):
        return _RUNNERS[one["what"]]
    return "".join(sorted({*(DENIED + (m.lastgroup or "") for m in _RUN_BY_NONE.finditer(asked)), denied}))


def _level_told(scene: Scene, unit: Unit) -> str:
    """The level by which the unit is called right before its name, "" for none or where it has one. Only of bodies
    that exist once on each level: a firm in a city is no firm of the city's."""
    if unit.feature("level") or unit.feature("level_min") or unit.kind not in _ON_LEVELS:
        return ""
    at = scene.frame.masked.find(unit.words.lower())
    before = _PART.split(scene.frame.masked[: max(0, at)])[-1]
    told = [(match.start(), level) for level, pattern in _LEVELS if (match := pattern.search(before))]
    return max(told)[1] if told else ""
