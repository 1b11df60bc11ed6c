"""Who holds a post: "以甲为组长", "负责人由乙担任" over "让丙来当组长可以吗"."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.sentences.spans import around
from assistant.guideline.patterns import regex

_POST = r"(?:组长|负责人|主任|理事长|院长|站长|会长|馆长|召集人|秘书长|联络人)"
_HELD = regex(
    rf"以(?P<a>[^，。；、]{{2,20}}?)为(?P<p>{_POST})|(?P<q>{_POST})[^，。；]{{0,12}}，?由(?P<b>[^，。；]{{2,24}}?)担任"
    rf"|由(?P<c>[^，。；]{{2,20}}?)(?:担任|兼任|任)(?P<r>{_POST})"
)
_ASKED = regex(
    rf"(?P<post>{_POST})[^？?]{{0,6}}?(?:让|由|请|找|给)(?P<who>[^，,。；？?]{{2,20}}?)(?:来|去)?(?:当|担任|做|任|兼)"
)


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
