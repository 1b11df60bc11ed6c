"""The level on which a unit stands, where the question tells it beside the unit's name ("镇上的竹器商会")."""

from __future__ import annotations

from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex
from assistant.guideline.values import Unit

_OF = r"(?:里|级|一级|属|内|本级)?(?:[(（][^()（）]{1,8}[)）])?的?(?:一[家个所])?[一-鿿]{0,6}?$"
_LEVELS = (
    ("national", regex(rf"(?:全国|中国|国家|部){_OF}")),
    ("province", regex(rf"(?:省|自治区){_OF}")),
    ("city", regex(rf"(?:地级市|地市|设区市|州|(?<![省城都超上])市(?![场值面])){_OF}")),
    ("county", regex(rf"(?:县级市|(?<![地社园校厂])区(?!域)|县){_OF}")),
)
_PART = regex(r"[，,。；;？?]|我们|咱们|在|(?<!省级)的(?=.*的)")
_ON_LEVELS = frozenset({"association", "social_body", "sme_centre", "sme_service", "research"})


def level_told(scene: Scene, unit: Unit) -> str:
    """The level by which the unit is called right before its name, "" for none or where it has one. Only of bodies
    that exist once on each level: a firm in a city is no firm of the city's."""
    if unit.feature("level") or unit.feature("level_min") or unit.kind not in _ON_LEVELS:
        return ""
    at = scene.frame.masked.find(unit.words.lower())
    before = _PART.split(scene.frame.masked[: max(0, at)])[-1]
    told = [(match.start(), level) for level, pattern in _LEVELS if (match := pattern.search(before))]
    return max(told)[1] if told else ""
