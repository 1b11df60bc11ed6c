"""Contacts that each say what they are for: none is given for a trouble that none of them is for."""

from __future__ import annotations

from assistant.answering.scene import Scene, contacts_in
from assistant.guideline.patterns import regex

_DUTY = regex(r"负责|受理|咨询[:：]|支持[:：]|（[^（）]{2,16}）")
_TROUBLE = regex(
    r"忘[了记]?|密码|登[录陆]?不|打不开|[上传]+不[了上动]|提交不|出错|报错|故障|卡住|闪退|乱码|\b(?:password|log ?in|error)\b"
)
_REACH = frozenset({"contact", "phone", "email"})
_TELLING = 0.5


def no_line(scene: Scene) -> bool:
    """Whether somebody is asked for in a trouble with a system, and every contact of the programme is said to be for
    something that the question does not speak of."""
    if not scene.frame.concepts & _REACH or not _TROUBLE.search(scene.frame.masked):
        return False
    own = {n for n, p in enumerate(scene.index.passages) if scene.programme in p.programmes and contacts_in(p.text)}
    telling = {
        i
        for i, t in enumerate(scene.frame.terms)
        if t.weight >= _TELLING and t.kind != "unit" and _REACH.isdisjoint(t.concepts)
    }
    spoken = any(f.own & telling for f in scene.found if f.number in own)
    return len(own) > 1 and not spoken and all(_DUTY.search(scene.index.passages[n].text) for n in own)
