"""What a question calls by a name that a programme might have, and that stands in no document held: "报科技小院"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assistant.answering.question.term import Term
from assistant.answering.question.text import pairs
from assistant.answering.sentences.passages import bare
from assistant.guideline.patterns import regex

_KIND = regex(
    r"基地|共同体|示范[区点园校场]|工作[室站]|实验室|研究院|(?<!们)学院|中心|平台|工程(?!师)|试点|计划(?!书)|园区|工坊|小院|工厂|特派员|服务商"
    r"|街区|专业群|联盟|大赛|竞赛|资源库|车间|驿站|(?P<common>联合体|项目|教材|案例)"
)
# Where a name cannot go on to the left: function words, acts, and what anybody is called.
_ENDS = regex(
    r"[^一-鿿]|[的了在是到报建办个家种些类这那哪每各某几两一二三四五六七八九十我你他她它们本该此再还也都就才又想要能会可请问跟和与及或对给把被让从向由为"
    r"以至有没不无未评选弄搞做当任找年月日次届批咱俺贵]"
    r"|申报|申请|牵头|参加|参与|参评|加入|入选|获批|推荐|通过|拿到|得到|挂牌|合作|合办|共建|组织|开展|打造|创建|培育|认定|依托|进入|设立|成立|联系|领衔"
    r"|支持|属于|成为|变成|升成|升为|用于|名为|叫做|作为|关于|根据|按照|既然|听说|其中|扣掉|什么|多少|今年|明年|去年|同一|自己|公司|学校|企业|单位"
    r"|[国省市县部]级|[省市县州](?!域)|国家|全国|[省市县部]里"
)
# What somebody has or is, and with whom they do something, is not what they ask about.
_OWN = regex(r"有|是|属于|拿|获|得过|依托|作为|承担|做|干|搞|[已曾]|跟|和|与|同")
_SEGMENT = regex(r"[，,。；;？?！!]")
_IN_ENGLISH = regex(
    r"\b(?:an?|the|for|lead|join) (?P<name>[a-z][a-z-]+(?: [a-z][a-z-]+){0,5})"
    r" (?:programmes?|programs?|schemes?|awards?|initiatives?)\b"
)
_POINTING = frozenset("this that these those one of our your any all which each both such other same".split())
_LONGEST, _SHORTEST = 14, 2  # characters before the noun
_LONG = 4  # characters before the noun that are hardly put together by chance
_STRANGE = 2  # pairs of characters of a shorter name that stand in no document: one there is where two known words meet


def unheld(text: str, known: Callable[[str], bool], names: Iterable[str]) -> bool:
    """Whether the text asks about something by such a name; `known` says what stands in a document, and what is short
    for one of the held `names` ("竞赛基地" for 竞赛集训基地) is not another."""
    held = tuple(names)
    for kind in _KIND.finditer(text):
        before = text[max(0, kind.start() - _LONGEST) : kind.start()]
        own = _ENDS.split(before)[-1]
        led = _SEGMENT.split(text[: kind.start() - len(own)])[-1]
        name = own + kind.group()
        if len(own) < _SHORTEST or known(bare(name)) or _OWN.search(led):
            continue
        if len(own) < _LONG and (kind["common"] or sum(not known(bare(p)) for p in pairs(name)) < _STRANGE):
            continue
        if not any(_short_for(name, other) or _misspelt(name, other) for other in held):
            return True
    return False


def _misspelt(name: str, other: str) -> bool:
    """Whether the name ends as the other does but for one character ("实迅基地" for 实训基地)."""
    end = other[-len(name) :]
    return len(end) == len(name) and sum(map(str.__ne__, name, end)) == 1


def _short_for(name: str, other: str) -> bool:
    """Whether all characters of the name stand in the other one, in their order."""
    rest = iter(other)
    return all(char in rest for char in name)


def unheld_in_english(text: str, terms: Iterable[Term]) -> bool:
    """Whether the text asks about a programme by a name ("a national demonstration factory programme") with a word
    that no document has."""
    named = _IN_ENGLISH.search(text)
    words = set(named["name"].split()) if named else set[str]()
    return not words & _POINTING and any(not t.grounded and words & set(t.words.split()) for t in terms)
