"""A line that asks several things, cut into questions that can each be asked alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.question.focusing import TAG
from assistant.answering.question.text import clean, language
from assistant.guideline.patterns import regex

_MOST = 4
_MARKS = " ，,；;。！!？?.：:"
_STEP = regex(r"(?<!\d)[，,](?!\d)|[，,](?=\D)|[；;。！!？?]+|(?<=吗)(?=[\u4e00-\u9fff])(?![呀啊嘛])")
_BRACKETS = regex(r"[（(][^（()）]*[）)]|“[^”]*”|\"[^\"]*\"|《[^》]*》")
_JOINT = regex(
    r"^(?:另外|还有|以及|同时|顺便|然后|再(?:请|问|说)|那么?(?!些|个|种|家|里|边|次|年)|并且|而且|此外)+(?:想?再?(?:请?问|咨询|打听)(?:一?下|一?声)?)?"
)
_WH = regex(
    r"(?<![这那好十数没不前近头后])几(?!乎|十|百(?!字)|年来)|多少|哪|谁|什么|啥|多久|多长|多大|怎么|怎样|咋|如何|何时|为何|何地|.还是(?![不没要会有得被])"
)
_WHETHER = regex(
    r"[吗么](?:[？?！!]*$)|(?<![问等写填办看找说急])呢[？?]?$|([一-鿿])[不没]\1|能否|是否|可否|可不可以|有没有|(?<!对)(?<!是)吧[？?]?$"
    r"|[能要行可得算]不[？?]?$|了没有?[？?]?$"
)
_ANY = regex(
    r"想(?:查|看|找|搜)|几[^，,]{1,4}[完满过]了$|(?:不管|无论|不论|哪怕|任凭)|(?:什么|啥|谁|哪\S{0,2}|怎么|几\S{0,2}).{0,6}[都也]"
    r"|(?:说不[上清准]|不清楚|不知道|搞不[清懂])\S{0,4}(?:哪|什么|啥|谁|怎么)"
    r"|(?:讲|写|填|说|问|关于)\S{0,6}(?:怎么|如何|什么|哪些)\S*的\S{1,5}$|(?:不清楚|不知道|没定|不确定|没想好|说不清|拿不准)$"
)
_OWN_FEW = regex(r"^(?:我们?|咱们?|俺们?|本[校院司单]|贵)[^，,]{0,8}?(?:有|搞|建|做|签|找|办|请|招)了?好?几")
_LEAVE = regex(
    r"(?:这样|这么(?:做|办|写|报)?)?(?:也|还|都|就)?(?:可以|可不可以|行|行不行|成|成不成|好|够|够格|够不够|合规|合适|有效|算数?)(?:的|了)?(?:吗|么|嘛|不|吧|呢)?"
)
_WHY = regex(
    r"(?:这是)?(?:为什么|为啥|凭什么|怎么办|咋办|依据(?:是什么|呢|在哪)?|哪条(?:规定|写的)?|怎么说|怎么规定的?|why)(?:呢|呀|啊)?"
)
_MAY_APPLY = regex(r"(?:还|也|就|那)?(?:可以|能|能不能|可不可以)(?:再|去)?(?:报|申报|申请|参加)(?:吗|么|不)?")
_ALIKE = regex(r"同样|(?<!不)一样|也是[这那]")
_ANY_RULE = regex(
    r"(?:这|那)?(?:(?:通知|文件|指南|办法|政策|规定)(?:里面?|上|中)?)?(?:有没有|有无|是否有|有)(?:什么|啥)?(?:限制|规定|要求|说法|禁止|说明)(?:吗|么)?"
)
_OR = regex(r"^(?:还是|或者?|抑或|要么|or\b)")
_TOPIC = regex(r"(?<![问等写填办看找说急])呢[？?]?$")
_EITHER = regex(r"[^，,？?]{1,8}还是[^，,？?]{1,8}")
_WHETHER_ANY = regex(r"有没有|^(?:(?!不是).)*有\S{1,12}[吗么]$")
_OVER_ALL = regex(r"(?:能不能|可不可以|是不是|是否|能否|可否|会不会|要不要|需不需要)(?!.*[吗么][，,]?$)|吧[，,]?$")
_HOW_MUCH = regex(
    r"(?:最多|最少|至少|一共|总共|大概|具体|都|是|为|要|限|在|有)*(?:多少|几|多久|多长|多大|什么|啥|哪些?|谁|怎么\S?)\S{0,2}(?:呢|啊)?"
)
_ASKER = regex(
    r"^(?:但|可|不过)?(?:我|咱|俺|本[校院司单]|是|属于|算|如果|要是|假如|万一|倘若|只要|既是)|的话$|^(?:we|i|our|my|if|it is|it's|they are)\b",
    re.IGNORECASE,
)
_PREMISE = regex(
    r"^(?:既然|因为|由于|听|据说|有人[说讲]|我记得|不是说|(?:\S{0,20}?)不是(?:要|有|得|须|只|由|说)\S{2,}[吗嘛么]$|since\b|given\b|i heard\b)",
    re.IGNORECASE,
)
_MODAL = r"(?:能不能|可不可以|能否|可否|是否|是不是|要不要|需不需要|有没有|可以|能|需要|必须|要|得|会|算)"
_BARE = regex(rf"^(?:还|也|又|就|都|一定)?{_MODAL}")
_SUBJECT = regex(rf"^(?P<who>[^，,？?]{{2,40}}?)(?:也|还|就|都)?{_MODAL}")

_AUX = r"(?:can|could|may|must|should|shall|will|would|do|does|did|is|are|was|were|has|have|need)"
_SOMEONE = r"(?:we|i|you|it|they|he|she|there|this|that|these|those|a|an|the|our|my|their|its|any|every|each|one)"
_PREPOSED = r"(?:(?:by|until|till|to|at|in|on|for|from|of|with|since) )?"
_OPENS = (
    rf"(?:also |then |if so,? |if not,? )?(?:{_PREPOSED}(?:who|whom|what|when|where|how|which|whether|why)\b"
    rf"|(?!is it\b[^?]*\bor\b){_AUX} {_SOMEONE}\b)"
)
_ENGLISH_STEP = regex(
    rf"(?<=[?;!])\s+|(?<=[a-z\u4e00-\u9fff)\"”])\.\s+(?=[A-Z])|,? (?:and|but) (?={_OPENS})"
    rf"|, (?={_PREPOSED}(?:when|where|how|what|who|whom) (?:{_AUX}|many|much|long)\b|{_AUX} {_SOMEONE}\b)",
    re.IGNORECASE,
)
_AND = regex(r",? (?:and|but)$|^(?:and|but|also) ", re.IGNORECASE)
_INVERTED = regex(
    rf"^(?:also |then |so |and |but |if so,? |if not,? )?(?:{_PREPOSED}(?:(?:when|where) (?:{_AUX}|to)\b"
    rf"|(?:who|whom|what|how|which|whether|why)\b)|{_AUX}\b)",
    re.IGNORECASE,
)
_WHEN = regex(r"(?:if|when|where|since|as|because|although|provided)\b", re.IGNORECASE)
_TELL_ME = regex(
    r"^(?:(?:please |could you |can you )?(?:tell|let) (?:me|us)|(?:i|we)(?:'d| would) like to know|(?:i"
    r"|we) (?:want|need) to know|i wonder)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a line: what it asks, and its `text` to be asked alone, with what the line tells."""

    asked: str
    text: str


@dataclass(slots=True)
class _Piece:
    """One piece of a line: a question of its own (`asks`), or what is told with the questions numbered `of`."""

    text: str
    asks: bool
    of: frozenset[int] = frozenset()


def several(text: str) -> tuple[Part, ...]:
    """The questions of a line, each with what the line tells about the case and who asks; none where it asks one
    thing: a condition, a description before the question, an alternative or a tag asks nothing of its own."""
    said = clean(text)
    english = language(said) == "en"
    pieces = _pieces(_cut(said, _ENGLISH_STEP if english else _STEP), english)
    number = sum(p.asks for p in pieces)
    if not 2 <= number <= _MOST:
        return ()
    questions = [_plain(p.text) for p in pieces if p.asks]
    made = []
    for n, asked in enumerate(questions):
        who = "" if english else _subject(questions[:n], asked)
        told = [p.text.strip(" ，,") for p in pieces if n in p.of and not p.asks]
        if english:
            told = [t if t.endswith(".") else f"{t}," for t in told]
        line = (" " if english else "，").join([*told, f"{who}{asked}"])
        made.append(Part(asked, line if line[-1] in "？?" else f"{line}?"))
    return tuple(made)


def _plain(asked: str) -> str:
    """The question without the words and the comma that join it to others."""
    return _AND.sub("", _JOINT.sub("", asked.strip())).strip(" ，,")


def _cut(text: str, step: re.Pattern[str]) -> list[str]:
    """The pieces of the text with their marks; nothing is cut within brackets and quotation marks."""
    shut = [m.span() for m in _BRACKETS.finditer(text)]
    made, start = [], 0
    for cut in step.finditer(text):
        if any(a < cut.start() < b for a, b in shut):
            continue
        end = cut.end()
        made.append(text[start:end])
        start = end
    return [p for p in (*made, text[start:]) if p.strip(_MARKS)]


def _pieces(texts: list[str], english: bool) -> list[_Piece]:
    """The pieces, tags and alternatives put to what they belong to."""
    pieces: list[_Piece] = []
    within = False  # a sentence of which a part was a question
    for at, text in enumerate(texts):
        bare = _JOINT.sub("", text.strip(_MARKS))
        last = pieces[-1] if pieces else None
        if not bare:
            continue
        if last and _belongs(bare, text, last):
            _turn(pieces, text)
        elif english:
            follows = at > 0 and bool(_AND.search(texts[at - 1].rstrip()))
            pieces.append(_Piece(text, _asks_in_english(bare, text, follows)))
        elif last and within and _OVER_ALL.search(last.text) and not (_asks(bare) or _ASKER.search(bare)):
            last.text += text
        elif _TOPIC.search(bare) and not _WH.search(bare) and not any(p.asks for p in pieces):
            pieces.append(_Piece(text, False))
        else:
            marked = text.rstrip().endswith(("？", "?")) and not _PREMISE.match(bare)
            pieces.append(_Piece(text, _asks(bare) or marked))
        within = pieces[-1].asks and not text.rstrip().endswith(("？", "?", "。", "！", "!", "；", ";"))
    number, final = 0, sum(p.asks for p in pieces) - 1
    for piece in pieces:
        if piece.asks:
            piece.of, number = frozenset({number}), number + 1
            continue
        bare = piece.text.strip(_MARKS)
        after = range(number, final + 1)
        if _PREMISE.match(bare) and number <= final:
            piece.of = frozenset({number})
        elif number > final or _ASKER.search(bare) and number:
            piece.of = frozenset(range(final + 1))
        else:
            piece.of = frozenset(after)
    return pieces


def _belongs(bare: str, text: str, last: _Piece) -> bool:
    """Whether the piece only turns what stands before it into a question, or asks on about the same."""
    tags = TAG.fullmatch(text) or TAG.fullmatch(bare) or _LEAVE.fullmatch(bare) or _WHY.fullmatch(bare)
    same = last.asks and _WHETHER_ANY.search(last.text.strip(_MARKS)) and _HOW_MUCH.fullmatch(bare)
    either = last.asks and (_OR.match(bare) or _EITHER.fullmatch(bare) or _ALIKE.search(bare))
    same = same or last.asks and _ANY_RULE.fullmatch(bare)
    leave = last.asks and not _WH.search(last.text) and _MAY_APPLY.fullmatch(bare)
    return bool(tags or same or either or leave)


def _turn(pieces: list[_Piece], tag: str) -> None:
    """The last pieces and the tag made one question; who asks stays told apart."""
    last = pieces[-1]
    if last.asks:
        last.text += tag
        return
    since = next((i + 1 for i in range(len(pieces) - 1, -1, -1) if pieces[i].asks), 0)
    told = pieces[since:]
    kept = [p for p in told if _ASKER.search(p.text.strip(_MARKS)) and p is not last]
    joined = "".join(p.text for p in told if p not in kept) + tag
    pieces[since:] = [*kept, _Piece(joined, True)]


def _asks(bare: str) -> bool:
    """Whether the piece is a question by its own words."""
    if _PREMISE.match(bare):
        return False
    return bool(_WHETHER.search(bare) or _WH.search(bare) and not _ANY.search(bare) and not _OWN_FEW.match(bare))


def _asks_in_english(bare: str, text: str, follows: bool) -> bool:
    """Whether the piece is a question; `follows` says that an "and" joins it to the one before."""
    if follows or text.rstrip().endswith("?"):
        return True
    return not (_WHEN.match(bare) and not _INVERTED.match(bare)) and bool(_INVERTED.match(bare) or _TELL_ME.match(bare))


def _subject(before: list[str], asked: str) -> str:
    """Who the question before is about, where this one asks on of nobody: "民办高职能牵头吗，能报两个吗"."""
    if not _BARE.match(asked) or _WH.search(asked):
        return ""
    for text in reversed(before):
        if _BARE.match(text):
            continue
        told = _SUBJECT.match(text)
        return told["who"] if told and not _WH.search(told["who"]) else ""
    return ""
