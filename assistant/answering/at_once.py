"""Whether one applicant may take part in several programmes at once: only a clause on that very thing decides."""

from __future__ import annotations

from assistant.answering.finding import Finding
from assistant.answering.polarity import finding
from assistant.answering.scene import Scene
from assistant.answering.spans import around
from assistant.guideline.patterns import regex

_AT_ONCE = regex(
    r"同时|既.{1,24}[又还也]|兼报|兼着|都[报想]|两[个边]都|各报|重复[申报]|另外(?:再|又)?[报申]|还能(?:再)?[报申]"
    r"|\bat the same time\b|\bboth\b[^?]{0,80}\b(?:apply|lead|join)|\b(?:apply|lead|join)[^?]{0,40}\bboth\b"
    r"|\balso (?:apply|lead|join)\b"
)
_APPLYING = regex(r"[报申]|牵头|参加|加入|参与|\b(?:apply|lead|join)")
_SEVERAL = regex(
    r"(?:同时|重复|兼|多头|一并|分别)(?:申报|报送|申请|牵头|参与|参加)|(?:两|多|2)个以上(?:平台|项目|类别)"
)
_FORBIDDEN = regex(r"不得|不可|不能|不允许|不予|不再|只能|仅限|限[申报]")
_ALLOWED = regex(r"可(?!行)以?|允许|不限")


def at_once(scene: Scene) -> bool:
    """Whether the question names several programmes and asks about applying for them together."""
    frame = scene.frame
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
