"""Bounds on a narrower kind of unit than the one that a figure counts ("至少1家专精特新企业" of "3家企业")."""

from __future__ import annotations

import re

from assistant.answering.grounds.scene import Scene
from assistant.answering.question.text import pairs
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity, Unit
from assistant.programmes.numerals import half_width

_NOUN = regex(
    r"\s*(?:及?以上)?的?(?P<noun>(?:(?!够|能|可以?|行(?!业)|算|是|在|参|吗|呢|吧|就|才|都|和|与|及|或|以|且|并)[一-鿿]){2,12})"
)
_ANY = regex(
    r"[建具拥设配备现应]?有|配[备置]|设[置立]|建[设成]|购置|本单位|我[校司]|本[校市]|有关|相关|相应|各类|其|的|等|人数|数量?"
)
_NEAR, _BESIDE = 16, 3  # characters behind a figure, and those before the noun that it counts


def of_fewer(scene: Scene, q: Quantity, bound: Quantity, text: str) -> bool:
    """Whether so many at least are wanted of a narrower kind of unit than those that the figure counts ("至少1家专精特新
    企业" of "3家企业")."""
    if bound.dimension != "count" or "exclusive" in scene.frame.marks:
        return False
    if (kind := _kind(text, bound)) and (told := _kind(scene.frame.masked, q)) and kind.endswith(told):
        more = _ANY.sub("", kind.removesuffix(told))
        if len(more) > 1 and not all(p in scene.frame.masked for p in pairs(more)):
            return True
    if not (ruled := _counted(scene, text, bound)) or not ruled.features:
        return False
    mine = _counted(scene, scene.frame.masked, q)
    own = [mine] if mine else [u for u in scene.frame.units if scene.taxonomy.related(u.kind, ruled.kind)]
    return not any(scene.taxonomy.relation(u, ruled) == "inside" for u in own)


def _kind(text: str, q: Quantity) -> str:
    """The noun that the figure counts, with what stands before it ("高级职称教师"): behind the figure, else before."""
    behind = _NOUN.match(text, q.end)
    return behind["noun"] if behind else re.sub(r"\W", "", q.head)


def _counted(scene: Scene, text: str, q: Quantity) -> Unit | None:
    """The kind of unit that the figure counts, named right behind it or before."""
    behind = next((m.unit for m in scene.taxonomy.find(text[q.end : q.end + _NEAR]) if m.start < _BESIDE), None)
    before = scene.taxonomy.find(half_width(q.head).lower())
    return behind or (before[-1].unit if before else None)
