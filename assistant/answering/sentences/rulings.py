"""What each part of a sentence rules: of whom or what, in which case, how firmly, and what it lets or refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex

Force = Literal["no", "refused", "free", "may", "only", "must", "is"]

# "no" forbids the act that follows; "refused" says of what stands before or behind that it is not taken or counted.
MARK = regex(
    r"(?P<refused>不(?:直接|单独|另行|再)?(?:接收|接受|受理|收(?![取集])|认可|采信|承认)|不予(?:受理|认可|接收|采信|承认|计算|计入|支持|补助|认定)|"
    r"不(?:再)?(?:计入|含(?!有)|包括|包含|纳入|列入|属于|作为|适用|享受|参加|占(?![比用])|占用|算作|视为)|(?:一律|均)?(?:无效|作废)(?=$|[，。；）)])"
    r"|不在[^，。；]{1,12}(?:范围(?:之?内)?|之列|之内))"
    r"|(?P<no>不得(?!少于|低于|超过|高于|多于|早于|晚于)|不予|禁止|严禁|不能(?!少)|不可(?!或缺|避免|分|抗)|不允许|不准|不许|无权|"
    r"不(?:再|收取|安排|提供|设|委托|支持|单独|重复|组织|承担))"
    r"|(?P<free>免(?:于|予|除|交|提供|报|费)|无[需须]|毋须|不需要?(?!求)|不必|不[作做][^，。；]{0,8}(?:要求|限制|规定)|不要求|"
    r"不受[^，。；]{0,12}限制|不限(?!于)|不影响|可不)"
    r"|(?P<only>仅限|只限|限于|只能|[仅只](?=[^，。；]{1,8}(?:类|型|级|组|档)[^，。；]{0,4}(?:提交|提供|填|报|适用|使用|享受|参加|需|须))|"
    r"统一(?=[制印发报收组采购配编刻]))"
    r"|(?P<may>可以|[即便均]可(?!以)|可(?![行复持靠能视见比谓供]|操作)|允许|准予|(?<!适)用于)"
    r"|(?P<must>(?<![相对响效供适反])应(?:当|(?![用届急对缴收得付]))|须|(?<!如有)(?<!确有)(?<!确)需(?!求|要的|要[，,、])|方可|(?<![申聘邀])请(?![示求假]))"
)
_CASE = regex(r"(?:的|者|时|后|情形|情况下|前提下|期间|期内)[，,：:]$")
_IS_TO_BE = regex(r"(?:须|应当?|必须|需)(?:为|是)")  # 须为近两年形成的 tells no case
_SOFT = regex(r"原则上|一般|通常")
_RELIEF = regex(r"确[需因有]|特殊(?:情况|原因)|(?:须|需|应)?经[^，。；]{1,16}(?:同意|批准|核准)|不可抗力")
_ENDS = ("；", ";", "。")
_HEAD = regex(r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．])\s*")
_LABEL = regex(r"\W*(?:第?[一二三四五六七八九十百\d]{1,3}[条款项、.．]?)?\W*")
_BRACKETS = regex(r"[（(][^（()）]*[）)]")
_LINK = regex(
    r"^(?:\W|但是?|并且?|且|也|均|都|同时|仍|还|亦|则|即|[一二三四五六七八九十\d]+[.、．])+|(?:但|也|均|都|仍|还|亦|一律|则|即)+$"
)
Leave = Literal["may", "no", "must"]
_GOVERNS: dict[Force, Leave] = {"no": "no", "refused": "no", "may": "may", "must": "must"}
FORCES: tuple[Literal["no", "refused", "free", "may", "only", "must"], ...] = (
    "no",
    "refused",
    "free",
    "may",
    "only",
    "must",
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """text[start:end] of a sentence under one mark of leave: `subject` stands before the mark, `told` behind it,
    `case` are the segments that set its condition ("……的，"), `lead` those that only lead in; `soft` says that it
    holds in principle, `relieved` that the sentence goes on with who is let off."""

    force: Force
    start: int
    end: int
    mark: str
    subject: str
    told: str
    case: str = ""
    lead: str = ""
    soft: bool = False
    relieved: bool = False

    @property
    def reach(self) -> str:
        """All that the ruling itself says."""
        return self.subject + self.mark + self.told


@lru_cache(maxsize=4096)
def rulings(text: str) -> tuple[Ruling, ...]:
    """The rulings of the lower-cased sentence in their order, those in brackets last; a segment that names no subject
    has that of the one before, and one in brackets what stands before it."""
    text = _HEAD.sub(lambda m: " " * len(m.group()), text)
    brackets = [(m.start() + 1, m.end() - 1) for m in _BRACKETS.finditer(text)]
    plain = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    made = list(_of_run(plain, text, 0))
    for start, end in brackets:
        host = re.split(r"[，。；]", plain[:start])[-1].strip()
        made += (replace(r, lead=host + r.lead) for r in _of_run(text[start:end], text[start:end], start))
    return tuple(made)


def _of_run(plain: str, text: str, at: int) -> Iterator[Ruling]:
    """The rulings of a run of text that begins at the offset; brackets are blank in `plain`."""
    lead, case, topic = "", "", ""
    for start, end in segments(plain):
        part = plain[start:end].rstrip("，,；;。：: ")
        if not _LABEL.fullmatch(part):
            mark = MARK.search(part)
            if _CASE.search(text[start:end]) and not _IS_TO_BE.search(part):
                case += text[start:end]
            else:
                force, first, until = (_force(mark), mark.start(), mark.end()) if mark else ("is", 0, 0)
                said = text[start : start + len(part)]
                topic = _LINK.sub("", said[:first]).strip() or topic
                soft, relieved = bool(_SOFT.search(said[:first])), bool(_RELIEF.search(text[end:]))
                subject = topic if mark else ""
                yield Ruling(
                    force,
                    at + start,
                    at + end,
                    said[first:until],
                    subject,
                    said[until:],
                    case,
                    lead.strip(),
                    soft,
                    relieved,
                )
                lead += subject if mark else said
        if plain[end - 1] in _ENDS:
            lead, case, topic = "", "", ""


def _force(mark: re.Match[str]) -> Force:
    return next(force for force in FORCES if mark[force])


@dataclass(frozen=True, slots=True)
class Part:
    """text[start:end] of a sentence that one word of leave governs."""

    leave: Leave
    start: int
    end: int


def parts(text: str) -> tuple[tuple[int, int], tuple[Part, ...]]:
    """What all parts of a sentence share (its first segments, up to the first word of leave), and its parts."""
    shared, made = 0, list[Part]()
    flat = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    for start, end in segments(text):
        mark = MARK.search(flat, start, end)
        if kind := _GOVERNS.get(_force(mark)) if mark else None:
            made.append(Part(kind, start, end))
        elif made and mark and _force(mark) == "free":
            break  # what need not be done is governed by no word before it
        elif made:
            made[-1] = Part(made[-1].leave, made[-1].start, end)
        else:
            shared = end
    return (0, shared), tuple(made)
