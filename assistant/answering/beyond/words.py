"""Words of no topic that a clause must say too: only, again, beforehand, besides, at weekends, each, the whole."""

from __future__ import annotations

import re

from assistant.answering.beyond.given import OUGHT, Given
from assistant.answering.grounds.figured import turns
from assistant.answering.question.extremes import LOWER, UPPER
from assistant.guideline.patterns import regex

# What is asked for, and what a clause says that tells it.
_TOLD_TOO = (
    (  # only
        regex(
            r"(?<![不没])(?<!还是)只(?:能|准|许|对|面向|限|收|招|让|给|由|认|允许)|仅(?:限|能|由|对)|唯一"
            r"|\b(?:only|solely|exclusively)\b"
        ),
        regex(rf"只|仅|限|唯一|{OUGHT}|须|不得|均|单位为(?!主)|由[^，。；]{{2,16}}(?:牵头|组织|建设|承担)|\bonly\b"),
    ),
    (  # again
        regex(r"再次|再(?=一|来|度|[报申延评领拿续公])|另外(?!问)|另行|额外|多次|重复|\b(?:again|extra|additional)\b"),
        regex(r"再|另|重新|多次|又|额外|重复|单独|还(?:可|应)|次年|下一"),
    ),
    (  # beforehand
        regex(r"提前|事先|预先|\bin advance\b|\bahead of time\b|\bbeforehand\b"),
        regex(r"提前|事先|预先|前|早"),
    ),
    (  # besides
        regex(
            r"除(?:了|去|开)?[^。？?]{2,24}(?:别的|其他|其它|另外)|\b(?:besides|apart from|other than|in addition to)\b"
        ),
        regex(r"(?:其他|其它)[^，。；]{0,10}(?:可|也|均)|等(?=单位|部门|主体|多元|机构|[，。；、）]|$)|也|还|另|可由"),
    ),
    (  # at a time of the day or the week
        regex(r"周末|(?:周|星期)[六日天]|节假日|放假|假期|晚上|夜里|半夜|\bweekends?\b|\bholidays?\b|\bat night\b"),
        regex(r"周末|(?:周|星期)[六日天]|节假日|假|休息日|晚|夜|24小时|全天"),
    ),
    (regex(r"延长|延期|宽限|\bextend\w*|\bextension\b"), regex(r"延|宽限|续|顺延|推迟")),
    (regex(r"同一(?![时起本册])|\bthe same\b"), regex(r"同[一时]|兼|一致|\bsame\b")),
)
# What is asked for, and what shows that a clause speaks of something less.
_TOLD_LESS = (
    (regex(r"总(?:收入|额|投入|经费)|全部|全额|\ball of\b|\bthe whole\b"), regex(r"剩余|余下|其余|净(?:收入|额)")),
    (regex(r"每一?[个家所名位]|\beach\b|\bevery\b"), regex(r"(?:共|合计|总计)\s?\d")),
)
_THEN = regex(r"先.{0,20}再|(?:之?后|以后|时候|到时|等.{1,16}|完了?|[好了到])[，,]?再")
_LEFT_OUT = regex(r"不(?:包?含|包括)(?P<what>[^，。；（）()]{2,10})")
_COUNTED_IN = regex(r"连(?!续)|[包]?含|算上|加上|包括|带上|\bincluding\b|\bwith\b")


def added(given: Given) -> bool:
    """Whether a word asks for more, or oftener, than any quote says; which days are working days is worked out."""
    if given.finding.reason == "working_days":
        return False
    if not turns(given.asked) <= turns(given.proof):
        return True
    return any(_says(asked, given.asked) and not told.search(given.proof) for asked, told in _TOLD_TOO) or any(
        asked.search(given.asked) and less.search(given.proof) and not asked.search(given.proof)
        for asked, less in _TOLD_LESS
    )


def _says(asked: re.Pattern[str], text: str) -> bool:
    return any(not _THEN.search(text[: m.end()]) for m in asked.finditer(text))


def other_end(given: Given) -> bool:
    """Whether a lower end is asked for that the quotes only know an upper one for, or the other way round."""
    if given.finding.reason != "meets":
        return False
    mine, theirs = ((bool(LOWER.search(t)), bool(UPPER.search(t))) for t in (given.asked, given.proof))
    return mine[0] != mine[1] and theirs[0] != theirs[1] and mine != theirs


def counted_in(given: Given) -> bool:
    """Whether the question counts in what the quotes leave out ("连专家一共3人": 不含专家)."""
    if not _COUNTED_IN.search(given.asked):
        return False
    return any(what[i : i + 2] in given.asked for what in _LEFT_OUT.findall(given.proof) for i in range(len(what) - 1))
