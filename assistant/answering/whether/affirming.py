"""How firmly a sentence that says what is asked says it: outright, on a condition, or only as a wish."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import EXISTS, Mode, core, finding, governed, tight
from assistant.answering.grounds.proof import LOSS
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import segments
from assistant.answering.whether.checks import CONDITION
from assistant.answering.whether.prohibiting import free_of


def affirm(scene: Scene, found: Found, kind: Mode) -> Finding:
    """The sentence says what is asked; how firmly it says it decides."""
    quote = free_of(scene, found) or tight(scene, found)
    telling = core(scene, found)
    if kind == "obligation":
        telling = governed(scene, found)
        if re.search(r"自愿|鼓励|可(?!行|复|持|靠)以?|视情|必要时", telling) and not re.search(
            r"应(?!用)|须|必须|要(?!求|素|点)|请", telling
        ):
            firm = bool(re.search(r"必要时|视情", telling))
            return finding(scene, found, "conditional" if firm else "no", "optional", quote)
        return finding(scene, found, "yes", "must", quote)
    if (
        CONDITION.search(telling)
        and kind == "permission"
        or re.search(r"连续.{1,3}年|的，可|的,可", found.passage.text)
    ) and not EXISTS.search(scene.frame.masked):
        return finding(scene, found, "conditional", "", quote)
    if scene.frame.concepts & LOSS and nothing_done(scene):
        return finding(scene, found, "conditional", "", quote)
    parts = segments(found.passage.text)
    said = sum(any(w in found.passage.text[s:e].lower() for w in scene.words(found)) for s, e in parts)
    things = [a for t in scene.frame.terms if t.kind != "unit" for a, _ in t.alternatives]
    met = sum(any(a in found.passage.text[s:e].lower() for a in things) for s, e in parts)
    if (
        kind == "permission"
        and len(parts) >= 3
        and (said * 2 <= len(parts) or enough(scene, found) and met < len(parts))
        and re.search(r"应(?!用)|须|需具", found.passage.text)
    ):
        return finding(scene, found, "conditional", "", quote)
    if "presuppose" in scene.frame.marks and re.search(r"酌情|视情|一般|原则上", telling):
        return finding(scene, found, "conditional", "contrary", quote)
    if re.search(r"视情|酌情|必要时", telling) and not EXISTS.search(scene.frame.masked):
        return finding(scene, found, "conditional", "optional", quote)
    return finding(scene, found, "yes", "", quote)


def enough(scene: Scene, found: Found) -> bool:
    """Whether one thing is said to be enough where the sentence asks for several."""
    asked = re.search(r"就(?:一定|肯定|必然|准|都)?(?:能|可以|行(?!业)|算|够)|只要|[只光仅]凭", scene.frame.masked)
    return bool(asked) and len(segments(found.passage.text)) >= 3


def nothing_done(scene: Scene) -> bool:
    """Whether a loss is asked about without what it would be for."""
    return all(t.kind == "unit" or LOSS & set(t.concepts) for t in scene.frame.terms)
