"""Sentences read as reliefs: what they free a case from, widen for it, or let it do that others may not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.answering.sentences.spans import LABEL, segments
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width
from assistant.programmes.unit_lists import read_units
from assistant.programmes.units import taxonomy

_FREES = regex(
    r"不[作做](?P<a>[^，。；、]{0,12}?)(?:要求|限制|规定)|不受(?P<b>[^，。；]{0,12}?)(?:的?限制|约束)"
    r"|(?:可以?)?免[于予除](?P<c>[^，。；]{0,12})|(?:无须|无需)(?P<d>[^，。；]{2,16})"
    r"|可以?不(?!少|低|超|足)(?P<e>[^，。；]{2,16})"
)
_WIDENS = regex(r"(?:可以?)?(?:适当)?(?:放宽|延长|放低|降低|提高)(?:至|到|为)(?P<to>[^，。；（(]{2,20})")
_LETS = regex(r"(?<![不许])可以?(?![行靠持能见视比谓供操不])(?P<act>[^，。；]{2,30})")
CASE_ENDS = regex(
    r"(?:的|时|者|情况下)[，,]$|^\W*(?:[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?除.{2,20}外[，,]$|^(?:对|凡)[^，,]{4,}[，,]$"
)
_BUT = regex(r"^[，,；;]?\s*(?:但(?!每[家校个所]|总数|最多|不超过)|须|应(?!用)|且|同时|并(?!列)|其中)")
_SAVE_THEM = regex(r"[，,；;（(]\s*(?:但|而)?(?P<case>[^，,。；;（()）]{2,28})除外[）)]?")
_ASKED_OF_ALL = regex(r"应(?!用|急)|须|必须|必要条件|不得|只能|仅限|限|不(?:低|少|超|多|高)[于过]|原则上|满\d")
_LET_TO_ALL = regex(r"可以?(?![行靠持能见视比谓供操不])|鼓励|支持|优先|均可|给予")
_ROLE_WORDS = ("牵头", "申报单位", "主体", "成员", "参与单位", "建设单位")

_MEASURE = regex(
    r"(?:其|的)?(?:[^，。；]{0,4}(?:年龄|年限|时间|人数|数量|面积|比例|级别|层次|学历|职称|性质|类型|地域|区域|名额|规模|投入"
    r"|收入|资本))?可?"
)
_SAYS = regex(r"应(?!用|急)|须|必须|不|可以?|满|得(?!奖|主)|至少|[\d：:；;。]")

Kind = Literal["frees", "widens", "lets"]


@dataclass(frozen=True, slots=True)
class Relief:
    """What a run of a sentence does for a case: `thing` is what it frees of, the value that it widens to, or the act
    that it lets; `start` and `end` are those of the run, `more` says that a further condition follows."""

    kind: Kind
    case: str
    thing: str
    start: int
    end: int
    more: bool


def reliefs_in(text: str) -> list[Relief]:
    """The reliefs of a sentence, with the case that each is for."""
    made: list[Relief] = _left_out(text)
    parts = segments(text)
    for number, (start, end) in enumerate(parts):
        segment = text[start:end]
        for kind, pattern in (("frees", _FREES), ("widens", _WIDENS), ("lets", _LETS)):
            match = pattern.search(segment)
            if not match:
                continue
            first = number
            while first and CASE_ENDS.search(text[slice(*parts[first - 1])]):
                first -= 1
            before = text[start : start + match.start()]
            if first == number and kind != "lets" and _MEASURE.fullmatch(before):
                first -= number > 0 and _names_them(text[slice(*parts[number - 1])])
            case = text[parts[first][0] : start] if first < number else before
            if kind == "lets" and first == number and not _narrower(before):
                break  # whom a plain leave is for the rules on units say
            thing = next((g for g in match.groups() if g is not None), "")
            thing = f"{before if first < number else ''}{thing}"
            more = bool(_BUT.match(text[end:]))
            made.append(Relief(kind, case, thing, parts[first][0], end, more))  # type: ignore[arg-type]
            break
    return made


def _names_them(segment: str) -> bool:
    """Whether the comma segment only names those of whom the next one speaks ("省级传承人，")."""
    return segment.endswith(("，", ",")) and not _SAYS.search(LABEL.sub("", segment)) and len(segment) > 2


def _left_out(text: str) -> list[Relief]:
    """Who is left out of a duty or a bound ("应满3年（……除外）"): what is let to all but them lets them nothing."""
    made: list[Relief] = []
    for match in _SAVE_THEM.finditer(text):
        before = text[: match.start()].rpartition("；")[2]
        if _ASKED_OF_ALL.search(before) and not _LET_TO_ALL.search(before):
            start = match.start() - len(before)
            more = bool(_BUT.match(text[match.end() :]))
            made.append(Relief("frees", match["case"], before, start, match.end(), more))
    return made


def _narrower(subject: str) -> bool:
    """Whether the subject names a kind of unit and something of it that is no kind ("高校举办的专科专业")."""
    if any(w in subject for w in _ROLE_WORDS) or read_units(half_width(subject)).whole:
        return False
    return any(m.unit.kind not in taxonomy().generic for m in taxonomy().find(subject))
