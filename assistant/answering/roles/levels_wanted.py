"""What a rule wants of something, a level ("市级以上示范社") or a place ("位于前列"), against what the question tells of it."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding, mode
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import segments, whole
from assistant.guideline.patterns import regex

_RANK = {"县": 0, "区": 0, "市": 1, "地市": 1, "设区市": 1, "省": 2, "国家": 3}
_LEVEL = r"(?P<level>县|区|地市|设区市|市|省|国家)(?:[（(][^）)]{1,6}[）)])?级"
_WANTED = regex(_LEVEL + r"(?:及)?以上(?:的)?(?P<thing>[^，。；、（(的]{2,16})")
_TOLD = regex(_LEVEL + r"(?:认定|评定|命名|授予)?的?(?!以上|及以上|以下|及以下)(?P<thing>[^，。；、？?]{2,12})")
# 市里评的示范社; 一家示范社，不过是县里评的.
_TOLD_OTHERWISE = (
    regex(r"(?P<level>县|区|市|省)里(?:面)?(?:评|认定|给|发|批)(?:定|出来|下来)?的(?P<thing>[^，。；、？?]{2,12})"),
    regex(
        r"(?P<thing>[一-鿿]{2,8})[，,](?:而且|但|不过|还|也)?(?:只|才|仅|就)?(?:是|属于)(?P<level>县|区|市|省)(?:级|里)"
        r"(?:认定|评定|评|命名)?的?(?=[，,。；？?]|$)"
    ),
)
# A level in brackets behind the thing is part of what it is: “……”企业（省级以上）.
_SAID_BEHIND = regex(r"(?P<thing>[^，。；、（(]{2,16})\s?[（(]" + _LEVEL + r"(?:及)?以上[）)]")
# 园区必须是省级以上的吗: of what a level is asked.
_ASKED_OF = regex(
    r"(?P<thing>[一-鿿]{2})(?:可以|可不可以|能不能|必须|一定|只能|应该|应当|需要|要|得|能|都|也)*(?:是不是|是|为|属于|达到)"
    r"(?:得|要|必须)?(?P<level>区县|[县区市省]|地市|设区市|国家)级(?:及?以上)?的?(?=[吗么？?，,才]|$)"
)
_OWED = regex(r"必须|一定|应|要|得|只能")
_QUOTES = regex(r"[“”\"\s]")
_MUST = regex(r"应(?!用)|须|需(?!求)|必须|具有|获得?|取得|为")
_OPEN = regex(r"或|优先|鼓励|放宽|加\d?分|可")
_FAVOURED = regex(r"^[^，。；]{0,4}(?:的|者)[，,]|优先|鼓励|加分|放宽")
_IN_FRONT = regex(
    r"(?:位于|位居|位列|处于|居于?|排在?|名列)[^，。；]{0,6}(?:前列|前茅|领先|首位|主导|关键|重要|突出)|(?:重要|较大|较强)的?影响力|话语权"
)
_ONLY_FAVOURED = regex(r"优先|鼓励|支持|可(?!行|持|靠)|原则上|一般|加\d?分|近年来|目前|我[国省市县区]|全[国省市]经济")
_NOT_SO = r"(?<![不没未非有])"
_LOW = regex(
    rf"{_NOT_SO}(?:靠后|末尾|末位|倒数|垫底|中下游|吊车尾|落后|边缘(?!计算))|{_NOT_SO}(?:排|位列|处|落)(?:在|于)?[^，,。]{{0,4}}后面"
    r"|小角色|可有可无|无足轻重|微不足道|(?:不(?:怎么|太|算|够|是很)?|没那么)(?:重要|突出|起眼|靠前|关键|领先)|排不(?:上|进)"
    r"|(?:没(?:有|什么|啥|多少)*|谈不上|缺乏)(?:地位|影响力?|名气|话语权|分量)|说不上话"
    r"|影响力?(?:(?:很|太|比较|较|偏)(?:小|弱|低)|不(?:怎么)?(?:大|强|高))"
    r"|\b(?:near|at|towards?) the bottom\b|\blag\w* behind\b"
    r"|\b(?:minor|marginal|small) player\b|\b(?:ranks?|is) (?:low|last)\b"
)
_MIDDLING = regex(
    r"(?:[不未]|没有?)(?:算|排在|处于)?(?:落后|靠后|差|垫底|倒数|末位|后面)|还(?:行|可以|过得去)|(?<!所)一般般?(?![来由情为性])|中等|中[游上]"
    r"|\b(?:average|middling)\b"
)
_ABOUT = 0.7
_SURE = 0.75
_LEAST = 0.3
_SAME = 2  # characters that the names of both begin or end with


def level_wanted(scene: Scene) -> Finding | None:
    """That the level or the place told is below the one that the rule wants of the same thing; None where it is not, or
    the rule leaves another way open."""
    frame = scene.frame
    if made := _of_the_thing(scene):
        return made
    if frame.denies or mode(scene) == "obligation" or "demand" in frame.marks:
        return None
    return _ranks_low(scene) or _below(scene)


def _ranks_low(scene: Scene) -> Finding | None:
    """That who is told to stand far behind, or to matter little, in something is not in front of others in it; that it
    depends, where no more is told than that it is not behind."""
    asked = scene.frame.masked
    told = [asked[a:b] for a, b in segments(asked)]
    low = next((s for s in told if _LOW.search(s)), "") or next((s for s in told if _MIDDLING.search(s)), "")
    verdict: Verdict = "no" if _LOW.search(low) else "conditional"
    about = [t for t in scene.frame.terms if t.kind not in ("unit", "unknown") and t.words in low and not t.about_role]
    about = [t for t in about if t.weight >= _ABOUT and "levels_where" not in t.concepts]
    if any(
        t.kind == "unknown" and len(t.words) > 2 and not t.words.isascii() and t.words in _LOW.sub("", low)
        for t in scene.frame.terms
    ):
        return None  # what it is in that no document speaks of
    for found in scene.found[:8] if about else ():
        text = found.passage.text
        if not found.own or not spoken(found.passage) or purposive(text) or found.passage.clause.kind == "row":
            continue
        for start, end in segments(text):
            part = text[start:end]
            if _IN_FRONT.search(part) and not _ONLY_FAVOURED.search(part) and any(_speaks(part, t) for t in about):
                return finding(scene, found, verdict, "must", whole(found.passage, start, end))
    return None


def _speaks(text: str, term: Term) -> bool:
    return any(a in text for a, sure in term.alternatives if sure >= _SURE)


def _below(scene: Scene) -> Finding | None:
    """That the level told is below the one wanted."""
    frame = scene.frame
    if any(u.feature("level") for u in frame.units):
        return None  # kinds of unit on levels are ruled by the rules on units
    told = [(m["level"], m["thing"]) for p in (_TOLD, *_TOLD_OTHERWISE) for m in p.finditer(frame.masked)]
    for found in scene.found[:8] if told else ():
        if found.coverage < _LEAST or not found.own or not spoken(found.passage):
            continue
        for match in _SAID_BEHIND.finditer(found.passage.text):
            named = _QUOTES.sub("", match["thing"])
            alike = [level for level, thing in told if thing[:_SAME] in named or thing[-_SAME:] in named]
            if len(alike) == 1 and _RANK[alike[0]] < _RANK[match["level"]]:
                return finding(scene, found, "no", "must")
        for match in _WANTED.finditer(found.passage.text):
            before = found.passage.text[: match.start()]
            rest = before.rsplit("，", 1)[-1] + match.group()
            after = found.passage.text[match.end() :]
            if not _MUST.search(rest) or _OPEN.search(rest) or _FAVOURED.search(after):
                continue
            alike = [level for level, thing in told if thing[:_SAME] == match["thing"][:_SAME]]
            if len(alike) == 1 and _RANK[alike[0]] < _RANK[match["level"]]:
                return finding(scene, found, "no", "must")
    return None


def _of_the_thing(scene: Scene) -> Finding | None:
    """What the level that stands in brackets behind a thing comes to, where one is asked of it: yes where it must be
    that very level, no where less is asked about, or where more is asked than must be."""
    asked = _ASKED_OF.search(scene.frame.masked)
    if not asked or scene.frame.denies or "demand" in scene.frame.marks:
        return None
    for found in scene.found[:8]:
        for match in _SAID_BEHIND.finditer(found.passage.text) if spoken(found.passage) else ():
            if not _QUOTES.sub("", match["thing"]).endswith(asked["thing"]) or asked["level"] not in _RANK:
                continue
            above = _RANK[asked["level"]] - _RANK[match["level"]]
            if above < 0 or above > 0 and _OWED.search(asked.group()):
                return finding(scene, found, "no", "must")
            if above == 0 and _OWED.search(asked.group()):
                return finding(scene, found, "yes", "must")
    return None


def level_of_another(scene: Scene, made: Finding) -> bool:
    """Whether a level is asked of a thing, and the finding's sentences tell that level of something else."""
    asked = _ASKED_OF.search(scene.frame.masked)
    if not asked or not made.verdict:
        return False
    parts = (part for quote in made.quotes for part in re.split(r"[，；。、]", quote.text))
    return not any(asked["thing"] in part and "级" in part for part in parts)
