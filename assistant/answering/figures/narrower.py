"""Bounds on something narrower than what a figure measures ("至少1家专精特新企业" of "3家企业")."""

from __future__ import annotations

import re

from assistant.answering.grounds.comparing import comparable
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.text import pairs
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity, Unit
from assistant.programmes.numerals import half_width
from assistant.programmes.quantities import find_quantities

_NOUN = regex(
    r"\s*(?:及?以上)?的?(?P<noun>(?:(?!够|能|可以?|行(?!业)|算|是|在|参|吗|呢|吧|就|才|都|和|与|及|或|以|且|并)[一-鿿]){2,12})"
)
_ANY = regex(
    r"有关|[建具拥设配备现应]有|^有(?![色机线])|配[备置]|设[置立]|建[设成]|购置|本单位|我[校司]|本[校市]|相关|相应|各类|其|的|等|人数|数量?"
)
_MEASURED = regex(r"(?:面积|金额|总额|总数|规模)$")
_DONE = regex(r"[了过共约达到有]+$")
# When it is counted, and of whom: of the figure told it is so as well.
_WHEN = regex(
    r"申报(?:企业|单位|主体)?|上一?年度?|年度|当年|去年|近[一二两三四五]年|累计|经费|资金|^(?:企业|单位|或者?|并且?|且|和|及)"
)
_OUTSIDE = regex(r"[^，。；]{0,6}(?:外|异地)")
_AMONG = regex(r"[^。；]{0,4}[，,（(]其中")
_NEAR, _BESIDE = 16, 3  # characters behind a figure, and those before the noun that it counts


def of_fewer(scene: Scene, q: Quantity, bound: Quantity, text: str) -> bool:
    """Whether so much at least is wanted of something narrower than what the figure measures ("至少1家专精特新企业" of
    "3家企业", "研发经费投入" of "投入了500万"), or of a part of it besides of which nothing is told ("其中本科院校不少于1所")."""
    if "exclusive" in scene.frame.marks:
        return False
    measured = bound.dimension != "duration" and _narrower(scene, _kind(text, bound), _kind(scene.frame.masked, q))
    if measured or _of_a_part(scene, bound, text):
        return True
    if bound.dimension != "count" or not (ruled := _counted(scene, text, bound)) or not ruled.features:
        return False
    mine = _counted(scene, scene.frame.masked, q)
    if mine and scene.taxonomy.relation(mine, ruled) == "outside":
        return False  # another kind is no wider one
    own = [mine] if mine else [u for u in scene.frame.units if scene.taxonomy.related(u.kind, ruled.kind)]
    return not any(scene.taxonomy.relation(u, ruled) == "inside" for u in own)


def from_outside(scene: Scene, bound: Quantity, text: str) -> bool:
    """Whether the question counts those from elsewhere, of whom the sentence bounds the part ("其中省外单位不超过1家")."""
    part = _AMONG.match(text[bound.end :])
    if part is None or "elsewhere" not in scene.frame.places:
        return False
    return bool(_OUTSIDE.match(text[bound.end + part.end() :]))


def _narrower(scene: Scene, ruled: str, told: str) -> bool:
    """Whether the noun of the rule ends as the one told does, and says more before that than the question does; of a
    measure (面积), whether each is the measure of something else."""
    ruled, told = _ANY.sub("", ruled), _DONE.sub("", _ANY.sub("", told))
    one, other = _MEASURED.sub("", ruled), _MEASURED.sub("", told)
    shared = next((n for n in range(min(len(one), len(other)), 1, -1) if one[-n:] == other[-n:]), 0)
    if not shared and len(one) > 1 and len(other) > 1 and ruled[-2:] == told[-2:]:
        return not any(p in scene.frame.masked for p in pairs(one))
    more = _WHEN.sub("", one[:-shared]).replace(other[:-shared], "") if shared else ""
    return len(more) > 1 and not all(p in scene.frame.masked for p in pairs(more))


def _of_a_part(scene: Scene, bound: Quantity, text: str) -> bool:
    """Whether the sentence goes on with how much a part must come to, and the question tells nothing of that part."""
    after = text[bound.end :]
    part = _AMONG.match(after)
    if part is None:
        return False
    least = [p for p in find_quantities(after[part.end() :]) if p.interval.high is None and comparable(bound, p)]
    words = pairs(_ANY.sub("", _kind(after[part.end() :], least[0]))) if least else frozenset[str]()
    return bool(words) and not any(p in scene.frame.masked for p in words)


def _kind(text: str, q: Quantity) -> str:
    """The noun that the figure counts, with what stands before it ("高级职称教师"): behind the figure, else before."""
    behind = _NOUN.match(text, q.end)
    return behind["noun"] if behind else re.sub(r"\W", "", q.head)


def _counted(scene: Scene, text: str, q: Quantity) -> Unit | None:
    """The kind of unit that the figure counts, named right behind it or before."""
    behind = next((m.unit for m in scene.taxonomy.find(text[q.end : q.end + _NEAR]) if m.start < _BESIDE), None)
    before = scene.taxonomy.find(half_width(q.head).lower())
    return behind or (before[-1].unit if before else None)
