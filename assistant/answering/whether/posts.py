"""Who holds a post: "以甲为组长", "负责人由乙担任" over "让丙来当组长可以吗"."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.sentences.spans import around
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span

_POST = r"(?:组长|负责人|主任|理事长|院长|站长|会长|馆长|召集人|秘书长|联络人)"
_HELD = regex(
    rf"以(?P<a>[^，。；、]{{2,20}}?)为(?P<p>{_POST})|(?P<q>{_POST})[^，。；]{{0,12}}，?由(?P<b>[^，。；]{{2,24}}?)担任"
    rf"|由(?P<c>[^，。；]{{2,20}}?)(?:担任|兼任|任)(?P<r>{_POST})"
)
_ASKED = regex(
    rf"(?P<post>{_POST})[^？?]{{0,6}}?(?:让|由|请|找|给)(?P<who>[^，,。；？?]{{2,20}}?)(?:来|去)?(?:当|担任|做|任|兼)"
)


# 让副主任去讲, 叫别人代答: somebody else instead of the one who is meant.
_INSTEAD = regex(
    r"(?:让|由|叫|请|换|派|找|委托)(?:别人|他人|其他人|另一个人|副[一-鿿]{1,4}?|同事|下属|助手|秘书|学生|家人|手下|(?:组|团队|班子)里[一-鿿]{0,6})"
    r"(?:(?:来|去|上去?|代|替|帮)+[一-鿿]|讲|答辩?|汇报|参加|出席|签字?|领|面试|考|做|上)|代为|代答|代签|替[我他她][^，,。？?]{0,4}(?:讲|答|签|去)"
)
_ONESELF = regex(r"本人|亲自")
_NOT_ANOTHER = regex(r"不(?:得|可|能)(?:委托|由|请|让)?[^，。；]{0,4}(?:他人|别人)?(?:代|顶替)|不得委托")
_ON_IT = 0.3
_MAY_SEND = regex(r"(?:可以?|允许)(?:书面)?委托|可以?由[^，。；]{2,12}代")


def in_person(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """That nobody else may do what is to be done in person, or on which condition somebody may."""
    instead = _INSTEAD.search(scene.frame.masked)
    if instead is None or kind == "obligation" or scene.frame.denies or found.coverage < _ON_IT:
        return None
    if not spoken(found.passage) or not found.own:
        return None
    text = found.passage.clause.text[found.passage.start :]
    said = text[: text.find("。") + 1 or len(text)]
    oneself, barred, let = _ONESELF.search(said), _NOT_ANOTHER.search(said), _MAY_SEND.search(said)
    if not oneself:
        return None
    ends = max(m.end() for m in (oneself, barred, let) if m)
    quote = around(found.passage, oneself.start(), min(ends, len(found.passage.text)), (), 110)
    if let and not barred:
        whole_rule = span(found.passage.clause, found.passage.start, found.passage.start + len(said.rstrip("。；; ")))
        return finding(scene, found, "conditional", "", whole_rule)
    return finding(scene, found, "no", "prohibited" if barred else "must", quote)


def another_holder(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """That somebody from a unit of another kind may not hold the post for which the sentence names the holder."""
    asked = _ASKED.search(scene.frame.masked)
    if asked is None or not spoken(found.passage) or not found.own:
        return None
    held = next((m for m in _HELD.finditer(found.passage.text) if asked["post"] in (m["p"], m["q"], m["r"])), None)
    if held is None:
        return None
    told = [m.unit for m in scene.taxonomy.find(held["a"] or held["b"] or held["c"])]
    mine = [m.unit for m in scene.taxonomy.find(asked["who"])]
    if not told or not mine or any(scene.taxonomy.relation(u, t) != "outside" for u in mine for t in told):
        return None
    return finding(scene, found, "no", "contrary", around(found.passage, held.start(), held.end(), (), 110))
