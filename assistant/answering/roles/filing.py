"""Who hands in an application, told to whoever may not and would do so by themselves."""

from __future__ import annotations

from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.values import Unit

_BY_ONESELF = regex(
    r"(?:自己|自行|直接|单独|独自|自主)[^，,。；;？?]{0,12}(?:申请|申报|[提递]?交|[填上呈]报|报|递|寄)"
    r"|\b(?:directly|ourselves|itself|themselves|on (?:our|its|their) own)\b"
)
_FILES = regex(
    r"(?:条件|要求|规定)的(?P<who>[^，,。；;]{2,30}?)[，,]?[^，,。；;]{0,24}(?:提出|提交|填报|填写)[^，,。；;]{0,8}申[请报]"
)


def files(scene: Scene, unit: Unit) -> Quote | None:
    """The sentence by which others than the unit apply ("符合条件的高校……提出申请"), where it is asked whether the unit
    may do so by itself; None where nothing of the kind is asked or said."""
    if not _BY_ONESELF.search(scene.frame.masked):
        return None
    for passage in scene.index.passages:
        mine = scene.programme in passage.programmes and spoken(passage)
        said = _FILES.search(passage.text) if mine else None
        named = [m.unit for m in scene.taxonomy.find(said["who"])] if said else []
        if named and all(scene.taxonomy.relation(unit, u) == "outside" for u in named):
            return whole(passage)
    return None
