"""Another way than a sentence tells: all to one office where it tells several, one for all where each is to do its own,
paper sent over the net where it goes by post."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex

_OFFICE = regex(r"(?<![城都超上])市(?![里级的属域场内外区])[一-鿿]{2,6}?(?:局|委)(?![员托会])")
_ALL = regex(r"都|全部?|统一|一律|一起|通通|统统")
_HANDED_IN = regex(r"[交报送寄汇递]")
_ONE_FOR_ALL = regex(
    r"(?:全部?|都|统一|一律|完全|一手|统统)?由(?P<who>[^，,。；;？?由]{1,8}?)(?P<all>全部?|都|统一|一并|一手|代为?|替[^，,。？?]{1,4}|包办)"
    r"[^，,。？?]{0,3}?(?P<act>[填写签盖])"
    r"|(?:全部?|都|统一|一律|完全|一手|统统)由[^，,。；;？?由]{1,8}?(?P<act2>[填写签盖])"
)
_EACH = regex(r"(?:分别|各自|分头)[^，。；]{0,4}?(?P<act>[填写签盖])")
_TWO = regex(r"[一-鿿]{2}(?:（[^（）]*）)?(?:与|和|及|、)[一-鿿]{2}")
_SORTS = (regex(r"纸质|原件|纸版|打印稿"), regex(r"电子(?:版|稿|件|文档|材料)|扫描(?:件|版)"))
_POST = regex(r"邮寄|寄送|寄至|寄到|[再要先也]?寄|快递|现场|递交|面交|当面|送达")
_NET = regex(r"上传|扫描(?!件|版)|邮箱|邮件|网上|系统|网站|拍照|[qQ][qQ]|微信")
_EITHER = regex(r"或|均可|任选|也可")
_NOT = regex(r"不|没|免|无需")
_LEAST, _BEFORE = 0.4, 4


def another_way(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """A no, where the sentence tells another way of doing the very thing; None for a denial."""
    if not scene.chosen or scene.frame.denies or found.coverage < _LEAST or not found.own:
        return None
    text = found.passage.text
    if _not_to_one(scene, text) or _not_for_all(scene, text) or _sent_otherwise(scene, text):
        return finding(scene, found, "no", "contrary")
    return None


def _not_to_one(scene: Scene, text: str) -> bool:
    """Whether all is said to go to one office where the sentence has parts of it go to another."""
    asked = scene.frame.masked
    office = _OFFICE.search(asked)
    if office is None or not _ALL.search(asked) or not _HANDED_IN.search(asked):
        return False
    ends = [text[s:e] for s, e in segments(text) if _OFFICE.search(text[s:e]) and _HANDED_IN.search(text[s:e])]
    ends = [e for e in ends if any(n in e for n in scene.names)] or ends
    held = [office.group() in e for e in ends]
    return any(held) and not all(held)


def _not_for_all(scene: Scene, text: str) -> bool:
    """Whether one is to fill in or sign for all where the sentence has each do its own."""
    one = _ONE_FOR_ALL.search(scene.frame.masked)
    if one is None or _NOT.search(scene.frame.masked[max(0, one.start() - _BEFORE) : one.end()]):
        return False
    act = one["act"] or one["act2"]
    return any(m["act"] == act and _TWO.search(text[: m.start()]) for m in _EACH.finditer(text))


def _sent_otherwise(scene: Scene, text: str) -> bool:
    """Whether paper is sent over the net where the sentence has it posted, or what is no paper the other way round."""
    for sort, (own, other) in zip(_SORTS, ((_POST, _NET), (_NET, _POST)), strict=True):
        asked = [p for p in re.split(r"[，,、；;。？?]", scene.frame.masked) if sort.search(p)]
        told = [text[s:e] for s, e in segments(text) if sort.search(text[s:e])]
        if not asked or not told or any(_NOT.search(p) for p in asked) or own.search(scene.frame.masked):
            continue
        here = all(own.search(t) and not other.search(t) and not _EITHER.search(t) for t in told)
        if here and any(other.search(p) for p in asked):
            return True
    return False
