"""Whether one unit may take part in several programmes, or several times in one: only a clause on that decides."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import around
from assistant.guideline.patterns import regex

_AT_ONCE = regex(
    r"同时|既.{1,24}[又还也]|兼报|兼着|都[报想]|两[个边]都|各报|重复[申报]|另外(?:再|又)?[报申]|还能(?:再)?[报申]"
    r"|\bat the same time\b|\bboth\b[^?]{0,80}\b(?:apply|lead|join)|\b(?:apply|lead|join)[^?]{0,40}\bboth\b"
    r"|\balso (?:apply|lead|join)\b"
)
_IN_SEVERAL = regex(r"(?:同时|一起|分别|既)(?:给|在|当|加[入进]|参加|参与|进|为|做|担任|挂|被|是|属于)")
_JOINS_SEVERAL = regex(
    r"同时(?:加入|参加|参与)|\b(?:join(?:s|ing)?|tak(?:e|es|ing) part in) (?:in )?(?:several|multiple|two|more than one)\b"
)
# 同时按企业、又按机构各报一个
_AS_EACH = regex(r"(?:同时|既|一边)(?:按照?|以|用|作为)[^。；？?]{2,30}?(?:各|分别|又|再|也)[^，。；？?]{0,6}[报申]")
_WITH_EACH = regex(
    r"(?:跟|和|与|同)[^，。；？?]{0,3}(?:[两二三四五六七八九几多]|[2-9])[所家个][^，。；？?]{0,10}(?:分别|各自?|分头)[^，。；？?]{0,3}[报申]"
)
_APPLYING = regex(r"[报申]|牵头|参加|加入|参与|\b(?:apply|lead|join)")
_SEVERAL = regex(
    r"(?:同时|重复|兼|多头|一并|分别)(?:申报|报送|申请|牵头|参与|参加)|(?:两|多|2)个以上(?:平台|项目|类别)"
)
_FORBIDDEN = regex(r"不得|不可|不能|不允许|不予|不再|只能|仅限|限[申报]")
_ALLOWED = regex(r"可(?!行)以?|允许|不限")


def at_once(scene: Scene) -> bool:
    """Whether the question asks about applying for several named programmes together, or one unit's being in several
    applications ("同时给两家当……", "和两所……各报一个")."""
    frame = scene.frame
    if _WITH_EACH.search(frame.masked) or _AS_EACH.search(frame.masked) or _JOINS_SEVERAL.search(frame.masked):
        return True
    if (twice := _IN_SEVERAL.search(frame.masked)) and any(
        q.dimension == "count" and q.interval.low is not None and q.interval.low >= 2 and q.start >= twice.start()
        for q in frame.quantities
    ):
        return True
    enough = len(frame.named) >= (3 if frame.shared else 2)
    return enough and bool(_AT_ONCE.search(frame.masked) and _APPLYING.search(frame.masked))


def on_several(scene: Scene) -> Finding | None:
    """What a clause of the programme says of applying for several at once, None where none speaks of it."""
    for found in scene.found:
        text = found.passage.text
        told = _SEVERAL.search(text)
        if not told:
            continue
        verdict = _FORBIDDEN.search(text), _ALLOWED.search(text)
        quote = around(found.passage, told.start(), told.end(), (), 110)
        if verdict[0]:
            return finding(scene, found, "no", "prohibited", quote)
        if verdict[1]:
            return finding(scene, found, "conditional", "", quote)
    return None
