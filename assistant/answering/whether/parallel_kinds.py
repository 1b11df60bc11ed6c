"""Sentences side by side that list the same sort of thing for one kind of unit each ("甲类学校重点考核：……", "乙类学校重点
考核：……"): what stands only in the list of another kind is not in one's own."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.sentences.passages import Passage
from assistant.guideline.patterns import regex
from assistant.guideline.values import Unit

_ONLY = regex(r"只能|只准|仅限|必须|一定要|非得|全(?:得|要|部|都)|都(?:得|要|必须|是)|一律|\b(?:only|must|all)\b")
_PAIRS = tuple(
    (one, other, regex(rf"{both}|{one}(?:或者?|和|与|及|、|/)?{other}|{other}(?:或者?|和|与|及|、|/)?{one}"))
    for one, other, both in (
        ("专职", "兼职", "专[、/]?兼职|专兼"),
        ("线上", "线下", "线上线下"),
        ("校内", "校外", "校内外"),
        ("省内", "省外", "省内外"),
        ("国内", "国外", "国内外"),
        ("中职", "高职", "中高职"),
        ("纸质", "电子", "纸质和电子"),
        ("公办", "民办", "公民办"),
    )
)
_HEAD = regex(r"[:：]|包括|包含")
_A_NOT_A = regex(r"([一-鿿])[不没]\1")
_NEGATED = regex(r"不|没|无")
_NEAR = 8  # passages among which sentences side by side are found
_WEIGHTY = 1.0


def listed_for_others(scene: Scene, kind: Mode) -> Finding | None:
    """A no, where the list for the kind asked about, or for the programme by its name, lacks a thing that the list for
    another kind has."""
    units = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic]
    if kind != "truth" or _NEGATED.search(_A_NOT_A.sub("", scene.frame.asking_part)):
        return None
    lists = [f for f in scene.found[:_NEAR] if spoken(f.passage) and f.own and _HEAD.search(f.passage.text)]
    for unit in units:
        own = [f for f in lists if _is_for(scene, f, unit)]
        others = [f.passage for f in lists if f not in own and _same_head(f.passage, own) and _kinds(scene, f.passage)]
        if len(own) == 1 and others and (made := _only_for_others(scene, own[0], others)):
            return made
    return None if units else _listed_for_other_programmes(scene)


def _listed_for_other_programmes(scene: Scene) -> Finding | None:
    """The same, where the kind is told by the name of the programme: the lists for the others stand beside its own."""
    heads = [f for f in scene.found if spoken(f.passage) and f.matched and _HEAD.search(f.passage.text)]
    own = [f for f in heads if any(n in _head(f.passage) for n in scene.names)]
    if len(own) != 1 or not scene.chosen:
        return None
    if _head(own[0].passage)[-4:] not in scene.frame.masked:
        return None  # what the lists are of is not what is asked
    place = own[0].passage.clause
    beside = (
        p for p in scene.index.passages if p.clause.document == place.document and p.clause.parent == place.parent
    )
    others = [p for p in beside if p.clause is not place and _same_head(p, own)]
    return _only_for_others(scene, own[0], others)


def _only_for_others(scene: Scene, own: Found, others: list[Passage]) -> Finding | None:
    """A no from the list that lacks a weighty thing which one of the others has."""
    text = own.passage.text
    for term in scene.frame.terms:
        if term.kind in ("unit", "unknown") or term.weight < _WEIGHTY:
            continue
        words = [a for a, f in term.alternatives if f >= 0.75]
        if any(w in text.lower() for w in words) or term.words in text:
            continue
        if any(any(w in _list(p) for w in words) for p in others):
            return finding(scene, own, "no", "contrary")
    return None


def both_kinds(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """A no to "only the one", where the sentence has one word for both of two kinds (专兼职, 线上线下)."""
    asked = scene.frame.masked
    if kind == "permission" or not _ONLY.search(asked) or _NEGATED.search(_A_NOT_A.sub("", scene.frame.asking_part)):
        return None
    text = found.passage.text
    for one, other, both in _PAIRS:
        named = [w for w in (one, other) if w in asked]
        if len(named) == 1 and both.search(text) and found.matched:
            return finding(scene, found, "no", "contrary")
    return None


def _list(passage: Passage) -> str:
    text = passage.text.lower()
    head = _HEAD.search(text)
    return text[head.end() :] if head else ""


def _head(passage: Passage) -> str:
    head = _HEAD.search(passage.text)
    return passage.text[: head.start()] if head else ""


def _is_for(scene: Scene, found: Found, unit: Unit) -> bool:
    return any(scene.taxonomy.relation(unit, n) == "inside" for n in _kinds(scene, found.passage))


def _kinds(scene: Scene, passage: Passage) -> list[Unit]:
    """The kinds of unit that the head of the list names, without those that only say what sort they are of."""
    named = [m.unit for m in scene.taxonomy.find(_head(passage)) if m.unit.kind not in scene.taxonomy.generic]
    return [n for n in named if not any(m is not n and scene.taxonomy.relation(m, n) == "inside" for m in named)]


def _same_head(passage: Passage, own: list[Found]) -> bool:
    """Whether the heads of the lists end alike ("……重点考核") and stand in one document."""
    tail, document = _head(passage)[-4:], passage.clause.document
    return bool(tail) and any(_head(f.passage)[-4:] == tail and f.passage.clause.document == document for f in own)
