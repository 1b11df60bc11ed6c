"""A rule that wants one thing or another, asked about by who lacks the one and has the other."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, aims_at, finding
from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex

_PART = regex(r"[，,；;。？?]")
_A_NOT_A = regex(r"([一-鿿])[不没]\1|没有?(?=[？?吗]|$)")
_SAME = 0.9
_MOST = 0.55
_LEVEL = regex(r"以[上下]|[高中初正副]级?(?=[^中等职校]{2,})|(?:国家|[省市县部])级|\d+")
_WANTED = regex(r"应当?(?!用)|须|需(?!求)|必须|具有|具备")
LACK = regex(
    r"说不上|谈不上|拿不出|没个|没有|没|无(?!人|线|锡|偿|缝|论|障碍)|不具备|不(?=[设搞用建弄采])|(?<!是)不(?:是|属于|算)(?=.{2,16}(?:可以|能|行|成))"
    r"|非(?!常|得|要)|(?<![紧短])缺|尚未|还未|从未|"
    r"\bno\b|\bnot\b|\bnever\b|\bwithout\b|n't\b"
)
DOOMED = regex(
    r"(?:一定|肯定|必然|必定|铁定|绝对|根本)(?:就|都)?(?:[评选入报批进通][不没](?:上|了|过|进|成)|没戏|没门|没希望|不行|不成|落选)"
)
CHOICE = regex(r"(?:采用|采取|通过|选择)(?P<list>[^，。；]{2,40}?)等[^，。；]{0,4}(?:模式|形式|方式|途径|类型)")


def either(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The sentence wants one thing or another; the question lacks the one and has the other."""
    text = found.passage.text
    lacked = aims_at(scene, found, LACK) or _lacked_before(scene, found) or _lacked_at_all(scene, found)
    if lacked and kind != "obligation" and found.coverage >= 0.6 and (made := _another_of_list(scene, found, lacked)):
        return made
    parts = re.split(r"[，,；;]?或者?", text)
    if len(parts) != 2 or found.coverage < 0.6 or kind == "obligation" or not lacked:
        return None
    lacking = [p.lower() for p in parts if all(w in p.lower() for w in lacked)]
    if len(lacking) != 1:
        return None
    other = next(p.lower() for p in parts if p.lower() != lacking[0])
    other = _WANTED.split(other, maxsplit=1)[-1]  # whom the rule is about is no way to meet it
    had = "，".join(p for p in _PART.split(scene.frame.masked) if not _denies(p))
    return finding(scene, found, "yes", "") if _told_in_full(other, had) else None


def _denies(part: str) -> bool:
    return bool(LACK.search(_A_NOT_A.sub("", part)))


def _lacked_at_all(scene: Scene, found: Found) -> tuple[str, ...]:
    """The sentence's words for what the only part of the question that denies anything denies."""
    denied = [p for p in _PART.split(scene.frame.masked) if _denies(p)]
    match = LACK.search(denied[0]) if len(denied) == 1 else None
    if match is None:
        return ()
    low, behind = found.passage.text.lower(), denied[0][match.end() :]
    things = (t for t in scene.frame.terms if t.words in behind)
    return tuple(a for t in things for a, f in t.alternatives if f >= _SAME and a in low and set(a) & set(t.words))


def _told_in_full(way: str, asked: str) -> bool:
    """Whether the question tells most of what one way asks for, and its level ("高级", "省级以上") as it stands."""
    kept = re.sub(r"[（(][^）)]*[）)]|[的有并且等\W]", "", way)
    shared = {i for i in range(len(kept) - 1) if kept[i : i + 2] in asked}
    told = sum(i in shared or i - 1 in shared for i in range(len(kept)))
    return told >= _MOST * len(kept) and all(m.group() in asked for m in _LEVEL.finditer(way))


def _another_of_list(scene: Scene, found: Found, lacked: tuple[str, ...]) -> Finding | None:
    """The sentence gives ways to choose from ("采用甲、乙等模式"); the question has another of them."""
    for match in CHOICE.finditer(found.passage.text):
        options = [o.lower() for o in re.split(r"、|或者?|和", match["list"])]
        if not any(o.endswith(w) for o in options for w in lacked):
            continue
        others = [o for o in options if len(o) > 2 and not any(o.endswith(w) for w in lacked)]
        if any(o in scene.frame.masked for o in others):
            return finding(scene, found, "yes", "optional")
    return None


def _lacked_before(scene: Scene, found: Found) -> tuple[str, ...]:
    """The sentence's words for what stands first in a segment that then denies it ("研究生我们没带过")."""
    low, told = found.passage.text.lower(), []
    for segment in re.split(r"[，,。；;]", scene.frame.masked):
        denial = re.search(r"[没未](?=.{0,3}过$)|没有$", segment)
        before = segment[: denial.start()] if denial else ""
        for i in found.own:
            term = scene.frame.terms[i]
            if term.kind != "unit" and term.weight >= 1.0 and any(w in before for w in (term.words, *term.also)):
                held = [a for a, _ in term.alternatives if a in low]
                told += [a for a in held if a in term.words] or held
    return tuple(told)
