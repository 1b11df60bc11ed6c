"""How much of what a question proposes a ruling tells, and how much of what is ruled the question tells."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.grounds.case_told import case_told
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import concerns
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.term import Term
from assistant.answering.question.text import pairs
from assistant.answering.sentences.rulings import Ruling
from assistant.guideline.patterns import regex, runs_of

_NEAR = 0.7  # of an alternative by which documents may call the thing
LIGHT = regex(
    r"自己|找人|请人|我们|俺们|咱们?|他们|你们|直接|单独|另外|一起|一块|可以|是否|是不是|有没有|还是|这个|那个|这样|通知|政策|文件"
    r"|[的了吗呢吧啊呀嘛么在是就也都还再又把被给让跟同和与或及替帮去来上下到从对为以用能可会想要得不没有我你他她它们这那个些一两几块份家只算里中外报？?，,。、\s]"
)
_FILLER = regex(
    r"自行|擅自|再次|重新|继续|任何|其他|其它|有关|相关|本次|申报单位|各单位|以上|上述|经|由|于|用于|作为|担任|但|仍|也|均|[的等了以及和与或在为将把]"
)
_ANYBODY = regex(
    r"(?:(?:各|有关|相关|申报|申请|推荐|任何|本|该|其他)*(?:单位|地区|地|部门|机构|个人|申请人|申报人|项目|者|、))+"
)
_OF_A_CASE = regex(r"(?:^|[^一-鿿])(?:已|未|曾|被|经|因)|的(?=[一-鿿]{2})")
_AND_SUCH = regex(r"等[一-鿿]{2,6}$|的$")
_ONCE_MORE = regex("一[次遍回下]")
_ITEMS = regex(r"、|和|及|或者?|与|并")
_TO_MAKE, _MADE = "做刻弄", ("制作", "制发", "印制", "刻制")
_RULED, _SAME_CASE = 0.5, 0.75


def of_them(scene: Scene, ruling: Ruling, act: str) -> bool:
    """Whether the ruling is about whom or what the question is about; a subject that tells its own case ("已获评的甲") is
    only where the question tells it, too."""
    subject = ruling.subject
    if says_nobody(subject):
        return True
    if _OF_A_CASE.search(ruling.subject):
        shares = [told(scene, i, act) for i in (subject, *items(subject))]
        return case_told(scene, subject) or shares[0] >= _RULED and max(shares) >= _SAME_CASE
    return concerns(scene, subject) or any(told_as_named(scene, i) for i in items(subject))


def narrowed(scene: Scene, part: str) -> Scene:
    """The scene with the words of the question that the part of it does not hold weighing nothing."""
    terms = (t if t.words in part else replace(t, weight=0.0) for t in scene.frame.terms)
    return replace(scene, frame=replace(scene.frame, terms=tuple(terms)))


def says_nobody(subject: str) -> bool:
    """Whether the subject is none, or whoever it may be (各单位)."""
    return len(re.sub(r"\W", "", subject)) < 2 or bool(_ANYBODY.fullmatch(subject))


def told_as_named(scene: Scene, item: str) -> bool:
    """Whether the question holds the words as they are."""
    return item in scene.frame.text.lower()


def items(text: str) -> list[str]:
    """The things of a list, each alone; the text itself where it is none."""
    return [i for i in _ITEMS.split(_AND_SUCH.sub("", text)) if i] or [text]


def share_told(scene: Scene, found: Found) -> float:
    """Which share of the question the sentence explains, without what the whole document is about."""
    terms = [(i, t.weight) for i, t in enumerate(scene.frame.terms) if not of_title(scene, t)]
    return sum(w for i, w in terms if i in found.matched) / (sum(w for _, w in terms) or 1.0)


def of_title(scene: Scene, term: Term) -> bool:
    """Whether the term only says what the whole document is about."""
    title = scene.guideline.entry.title.lower()
    return (
        term.kind == "word"
        and (term.words in title or pairs(term.words) <= pairs(title))
        or bool(_ONCE_MORE.fullmatch(term.words))
    )


def stands(term: Term, text: str) -> bool:
    """Whether the text holds a word by which documents may call the term."""
    return any(a in text for a, f in term.alternatives if f >= _NEAR)


def act_told(scene: Scene, act: str, ruling: Ruling) -> float:
    """Which share of the characters of the act asked about the ruling tells, by whatever words."""
    return covered(scene, act, ruling.reach + ruling.lead + ruling.case)


def covered(scene: Scene, text: str, there: str) -> float:
    """The share of the text's characters that the words of `there` tell: a term as a whole, the rest one by one."""
    held: list[bool | None] = [None] * len(text)
    for term in scene.frame.terms:
        if term.kind == "unknown":
            continue
        here = stands(term, there) or of_title(scene, term)
        for words in (term.words, *term.also):
            for start, end in runs_of(words, text):
                held[start:end] = [here] * len(words)
    rest = [any(w in there for w in (c, *_of_act(scene, c))) for c in text]
    return _part(text, [r if h is None else h for h, r in zip(held, rest, strict=True)], LIGHT)


def _of_act(scene: Scene, char: str) -> tuple[str, ...]:
    return _MADE if char in _TO_MAKE else scene.lexicon.of_act(char)


def told(scene: Scene, item: str, act: str, within: str = "") -> float:
    """Which share of the characters of what is ruled the question tells."""
    held = [False] * len(item)
    for term in scene.frame.terms:
        for words, factor in term.alternatives:
            if factor >= _NEAR:
                for start, end in runs_of(words, item):
                    held[start:end] = [True] * len(words)
    known = pairs(within or scene.frame.text.lower())
    for i in range(len(item) - 1):
        if item[i : i + 2] in known:
            held[i] = held[i + 1] = True
    for word in {w for c in LIGHT.sub("", act) for w in (c, *_of_act(scene, c))}:
        for start, end in runs_of(word, item):
            held[start:end] = [True] * len(word)
    return _part(item, held, _FILLER)


def _part(text: str, held: list[bool], light: re.Pattern[str]) -> float:
    counted = [True] * len(text)
    for m in light.finditer(text):
        counted[m.start() : m.end()] = [False] * len(m.group())
    weighed = [h for h, c in zip(held, counted, strict=True) if c]
    return sum(weighed) / len(weighed) if weighed else 1.0


def head_told(scene: Scene, subject: str) -> bool:
    """Whether the question tells the head of what is refused, in so many words."""
    head = re.sub(r"\W|的$", "", subject)[-2:]
    said = (a for t in scene.frame.terms for a, f in t.alternatives if f >= _NEAR)
    return len(head) == 2 and (head in scene.frame.text.lower() or any(a.endswith(head) for a in said))
