"""Roles that a document names itself (派出单位, 领办人): who may not fill them, and who fills them alone."""

from __future__ import annotations

from assistant.answering.grounds.case_told import case_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.roles.subjects import subjects
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.programmes.numerals import half_width
from assistant.programmes.unit_lists import read_units

_BARRED = regex(
    r"(?:^|[，。；：])\s*(?P<who>[^，。；：]{2,40}?)(?:均|一律|也)?(?:不得|不能|不可以?)"
    r"(?:作为|担任|当|做|任)(?P<role>[^，。；（(]{2,12}?)(?=[，。；（(]|$)"
)
_IS = regex(
    r"(?:^|[，。；：])\s*(?P<role>[^，。；：为是由]{2,10}?)(?:应当?|须|需|必须|只能)?(?:为|是)(?P<who>[^，。；]{2,40}?)(?=[，。；]|$)"
)
_QUALIFIED = regex(r"唯一|单独|同时|其他|另一|第[一二三\d]")
_ASKS = regex(r"[当做任]|作为|担任|充当|成为")
_KNOWN = regex(r"牵头|联合|申报|参与|成员|建设(?:单位|主体)")


def named_role(scene: Scene) -> Finding | None:
    """That whoever is asked about may not fill the role that the question names: a sentence forbids it in so many
    words, or says who does and is about others. Roles that rules on applying know are ruled there."""
    if scene.frame.denies or "negated" in scene.frame.marks or not _ASKS.search(scene.frame.masked):
        return None
    asked = scene.frame.masked
    for passage in scene.index.passages:
        if scene.programme not in passage.programmes or passage.clause.kind in ("heading", "title"):
            continue
        for match in _BARRED.finditer(passage.text):
            role = match["role"].removesuffix("的")
            if _plays(asked, role) and _is_among(scene, match["who"]):
                return _no(scene, whole(passage, match.start("who"), match.end()), _filled_by(scene, role))
    return None


def _plays(asked: str, role: str) -> bool:
    """Whether the question asks about filling that very role."""
    if _QUALIFIED.search(role) or _KNOWN.search(role):
        return False
    at = asked.find(role.lower())
    return at > 0 and bool(_ASKS.search(asked[:at]))


def _is_among(scene: Scene, who: str) -> bool:
    """Whether the unit that is to fill the role is one of those named, or the question tells their case."""
    listed = read_units(half_width(who))
    mine = subjects(scene)
    if listed.whole and listed.units:
        return any(scene.taxonomy.relation_any(u, listed.units) == "inside" for u in mine)
    return case_told(scene, who)


def _filled_by(scene: Scene, role: str) -> Quote | None:
    """The words that say who fills the role."""
    for passage in scene.index.passages:
        if scene.programme in passage.programmes and role in passage.text:
            for match in _IS.finditer(passage.text):
                if match["role"].endswith(role) and read_units(half_width(match["who"])).units:
                    return whole(passage, match.start("role"), match.end())
    return None


def _no(scene: Scene, quote: Quote, beside: Quote | None) -> Finding:
    quotes = (quote, beside) if beside and beside.text not in quote.text else (quote,)
    said = "”；“".join(q.text for q in quotes)
    return Finding(scene.programme, "answered", "no", said, quotes, "prohibited", (), 10.0, 1.0)
