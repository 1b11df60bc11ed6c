"""The part of a question that asks, apart from what it tells before."""

from __future__ import annotations

import re

from assistant.guideline.patterns import regex

# What only turns a statement into a question asks nothing of its own: the statement is what is asked.
TAG = regex(
    r"\s*(?:这(?:样|么)?(?:说|做|写|理解|讲)?|我(?:这样|这么)?(?:说|理解|讲|记)得?)?(?:就|也)?(?:是|算)?"
    r"(?:对|是|没错|没说错|没问题|是这样|真的|属实|不是|没理解错|没记错|right|correct|true|is that (?:right|correct|true|so)|isn't it)"
    r"(?:的|了)?(?:吗|吧|么|嘛|呢|呀|啊|[不没](?:对|是))?[？?。！!]*\s*"
)
_ASKING = regex(r"[吗呢谁几哪么吧啥]|多少|能不能|是否|可否|[？?]|([一-鿿])[不没]\1|行不")
# Nor does what only asks leave for it: 这事儿能搞吗.
_LEAVE = regex(
    r"\s*(?:这|那)(?:件|种|个)?事情?儿?(?:能|可以|到底|究竟|也|都)*"
    r"(?:行不行|成不成|可不可以|能不能|可以|合规|合适|搞|办|做|弄|干|行|成)(?:得)?(?:成|通|了)?(?:吗|吧|么|嘛|呢|不)?[？?。！!]*\s*"
)


def focus(text: str) -> str:
    """The segment that asks; what stands before it is background. Before a tag ("……，对吧") it is the one that the tag
    turns into a question. The whole text where none stands out."""
    parts = [p for p in re.split(r"[，,。；;！!：:]|(?<=[a-z])\.\s", text) if p.strip()]
    told = [p for p in parts if not TAG.fullmatch(p) and not _LEAVE.fullmatch(p)]
    asking = [p for p in told if _ASKING.search(p)]
    if len(told) < len(parts) and parts[-1] not in told:
        asking = asking or told[-1:]
    if not asking or len(parts) < 2:
        return text
    return "，".join(asking)


# Where who asks stands by then is no part of what a clause has to say: 评上以后, 参加……建设，.
_BY_THEN = regex(
    r"^[^，,。;；？?]{0,24}?(?:以后|之后|后(?=[，,还要能会可需得再也])|了[项牌标]?(?=[，,])|期间|过程中|的话|建设(?=[，,]))[，,]?"
    r"(?!是不是就|[^，,。？?]{0,6}(?:就|自动|直接|马上|立))(?=.{4})"
)
_STANDING = frozenset({"member", "joint", "recognise", "plaque", "winner_list", "applicant", "cycle"})


def standing_told(text: str) -> str:
    """What is told first of how who asks stands by then ("评上以后"), "" where nothing is."""
    told = _BY_THEN.match(text)
    return told.group() if told else ""


def of_standing(words: str, concepts: tuple[str, ...], text: str) -> bool:
    """Whether the word only tells where who asks stands by then: as a member, as one recognised."""
    told = standing_told(text)
    return bool(concepts) and _STANDING.issuperset(concepts) and words in told and words not in text[len(told) :]


def kept_apart(asked: str, word: str, text: str) -> bool:
    """Whether the word only names what a thing is kept apart from ("和正文分开"), which the sentence has stand alone."""
    apart = rf"[和与跟同]{re.escape(word)}(?:部分)?(?:要|得|需要|必须)?(?:分开|分别|区分|隔开)"
    return bool(re.search(apart, asked)) and bool(re.search(r"单独|分开|另行|另册|分别", text))
