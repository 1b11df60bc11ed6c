"""What people write around their question: greetings, how it came up, how it is to be answered. None of it is asked.

A piece of a line is an aside where it is made of the words of asides alone; or where it tells of who asks, of who sent
them or of how they read and rang, and holds no word that documents know, no unit, no figure, no date and no place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from assistant.answering.question.aside_words import MARKS, aside_words, on_from, row
from assistant.answering.question.asides_in_english import english_heart
from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.seams import Cut, Seams, uncut
from assistant.answering.question.text import language
from assistant.guideline.patterns import regex
from assistant.programmes.quantities import find_quantities
from assistant.programmes.regions import regions
from assistant.programmes.units import taxonomy

_LONGEST = 60
_LEAST = 3
_ORDERS = ("demand", "drafts", "invent")
_PICTURE = regex(r"[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_NUMBER = regex(r"^\s*(?:[(（]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[)）、]|\d{1,2}[.．](?!\d)|[①-⑳]|[-*•·>＞#]+)\s*(?=\S{4})")
_SPEAKER = regex(
    r"^\s*(?:[问甲乙客]|咨询|提问|疑问|来电(?:人|者)?|来访(?:人|者)?|用户|客户|网友|群友|同事|学员|问题|q|user|question|customer|caller)"
    r"\s*\d{0,2}\s*[:：]\s*(?=\S{4})",
    re.IGNORECASE | re.MULTILINE,
)
_REPLY_TO_COME = regex(r"\n\s*(?:答|回复|A|Answer)\s*[:：]?\s*$")
_HEMMING = regex(r"^(?:\s*(?:嗯+|额+|呃+|唔+|唉+|那个|那什么|就是|这个)\s*[…。.，,～~]+)+")
_WHOLE_QUOTED = regex(r"^\s*[“\"「](?P<said>[^”\"」]{4,})[”\"」][。.？?！!\s]*$")
_CONCLUSION = regex(r"结论|答案|依据|重点|原文")
_CONFIRM = regex(r"确认|证实|宣布|承认")
_BRACKETS = regex(r"[（(【\[][^（()）【】\[\]]{1,20}[）)】\]]")
_PIECE_END = regex(r"[，,。；;！!？?：:\n…~～—]+\s*|(?<=[一-鿿])\s+(?=[一-鿿])")
_SENTENCE_END = regex(r"[。！!？?\n；;：:]")
_JOINS = " \t\r\n，,：:；;、…~～—"
_ASKS = regex(r"[吗么嘛谁哪几啥咋]|什么|多[少大长久]|怎么?样?|如何|何时|是否|能否|可否|([一-鿿])[不没]\1|[？?]")
_WONDERED = regex(
    r"(?:不知道?|不晓得|不清楚|不确定|没(?:[搞弄看想听闹]\S{0,2}(?:明白|清楚?|懂)|找到|吃准|把握)|拿不准|吃不准|说不[准清]|忘了|记不[清得]|纠结|争)\S{0,16}$|啥都|什么都"
)
_LEADS_IN = regex(r"..(?:[问教知询争吵下]|问我|明白|清楚?|懂|楚)$")
_OPEN = regex(r"谁|哪|几|啥|什么|多[少大长久]|怎|如何|咋|何时|([一-鿿])[不没]\1|是否|能否|可否|还是")
_AT_ONCE = regex(r"^(?:一?下|一?声|一?句|个?事儿?|个|您|你|老师|各位)+[，,：:]?")
_OWN = regex(r"^(?:我们?|咱们?|俺们?|本|我司|我校)")
_LEFT_OVER = regex(r"^[的地得了过着者之]")
_TO_TELL = regex(r"(?:告诉|告知|解释|明确)[^，,]{0,2}$")
_QUESTION_TAIL = regex(r"[吗么嘛][？?。！!\s]*$")
_PERSON = r"(?:领导|主任|处长|科长|局长|校长|院长|书记|老板|老总|经理|主管|同事|同行|朋友|同学|老师|师傅|客服|专班|家里人|老婆|老公|室友|大家|有人|人家|别人|旁人|谁)"
# Of whom and of what a piece speaks that only tells how the question came up; "we" are the unit that applies.
_TELLER = regex(
    rf"(?<!我)我(?![们校司院厂县市省区国单公所局镇乡社])|俺(?!们)|(?:我们|咱们?)?{_PERSON}|[您你]们?|小弟|鄙人|本人"
)
_CHANNEL = regex(r"通知|指南|文件|公告|原文|热线|官网|公众号|群里|微信|(?<![社大])会上")
# What who asks is, has or was given is a fact of the case; so is what stands against something else.
_FACT = regex(
    r"[我俺](?:们)?(?:[也还都就只才刚]*)(?:是|有|没有|在|做|当|评|拿|获|得|被|属|任|教|带)|^(?:还是|或|要么|而不是|不是)"
)
_WANTED = regex(
    r"^(?:别|不要|不许|不准|甭)|[发给列写寄报荐][我一个出下]|(?:这些|几[份个]|所有|全部|各)\S{0,4}(?:文件|通知|项目|指南)"
)
_DOES = regex(r"[说问讲叫让催争吵发转看读听提找回查翻想搜懂答聊等]|知道|晓得|明白|清楚|记得|觉得")
_ALL_OF_US = rf"(?!{_PERSON}|几个|几位|大家|办公室|科室|群|两个|俩|仨|一直|都|还)"
_OURS = regex(rf"[我咱俺]们{_ALL_OF_US}|[本我贵](?=[校司院厂县市省区单公所局镇乡社])|公司|企业|厂")
_CALLED = regex(
    r"^@?\S{0,4}(?:[哥姐姨叔]|师傅|老师|主任|领导|同志|助手|客服|管理员|[处科局院校]长|工|总|老板|大神|小编|先生|女士|小姐|朋友|亲|各位|们)$"
    r"|^@\S{1,8}$"
)
_SALUTATION = regex(r"^\s*[^\s，,。？?！!：:\d]{2,15}[：:][ \t]*\n")
_RULE = regex(r"^\s*[-=_*—~]{3,}\s*|\s*[-=_*—~]{3,}\s*$")


class Asides:
    """Tells asides from what is asked. `known` says whether any document holds a word, `cut` where words stand."""

    def __init__(self, lexicon: Lexicon, known: Callable[[str], bool], cut: Cut = uncut) -> None:
        self._lexicon, self._documents_know, self._cut = lexicon, known, cut
        held = aside_words("zh")
        self._heads, self._units, self._words = held.heads, held.units, held.all
        self._telling = held.heads | held.told
        self._leads = held.leads | {w for w in self._telling if _LEADS_IN.search(w)}
        self._tails = sorted(held.tails, key=len, reverse=True)
        self._wondering = sorted((w for w in held.told if _ASKS.search(w)), key=len, reverse=True)
        self._idle = held.all | held.idle
        self._order = regex("|".join(f"(?:{lexicon.mark[mark].pattern})" for mark in _ORDERS))

    def heart(self, text: str) -> str:
        """The text without asides; the text as it stands where it has none or nothing would be left to ask."""
        bare = _HEMMING.sub("", _REPLY_TO_COME.sub("", _RULE.sub("", _PICTURE.sub(" ", text))))
        bare = _NUMBER.sub("", _SPEAKER.sub("", bare))
        made = english_heart(bare, self._order, self._lexicon) if language(bare) == "en" else self._chinese(bare)
        quoted = _WHOLE_QUOTED.match(made)
        return (quoted["said"] if quoted and made != text else made) or text

    def _chinese(self, text: str) -> str:
        """The Chinese text without asides, "" where nothing would be left."""
        addressed = _SALUTATION.match(text)
        text = text[addressed.end() :] if addressed and not _OURS.search(addressed.group()) else text
        text = _BRACKETS.sub(lambda m: "" if self._in_brackets(m.group()[1:-1]) else m.group(), text)
        pieces = _pieces(text)
        ordered = self._orders(text.lower())
        aside = [self._is_aside(p) or not ordered and self._tells_how_it_came(p) for p in pieces]
        for at, piece in enumerate(pieces):  # what stands in one sentence with an aside and says nothing is one too
            if ordered:
                break
            aside[at] = aside[at] or any(
                aside[by] and self._says_nothing(piece)
                for by in (at - 1, at + 1)
                if 0 <= by < len(pieces) and not _SENTENCE_END.search(pieces[min(at, by)])
            )
        if pieces and not aside[0]:
            called = pieces[0].strip(MARKS)
            aside[0] = bool(_CALLED.search(called)) and called != pieces[0] and not self._content(called)
        kept = [p for p, gone in zip(pieces, aside, strict=True) if not gone]
        made = self._without_ends("".join(self._own_unit(p, kept) for p in kept).strip(_JOINS))
        return "" if row(made.strip(MARKS).lower(), self._idle) is not None else made

    def _in_brackets(self, text: str) -> bool:
        return text.strip(MARKS).lower() in self._leads or self._is_aside(text) or self._tells_how_it_came(text)

    def _is_aside(self, piece: str) -> bool:
        """Whether the piece is made of nothing but the words of asides, and one of them makes it one."""
        bare = piece.strip(MARKS).lower()
        if not bare or len(bare) > _LONGEST or self._orders(bare):
            return False
        heads = self._heads if self._asks(piece) else self._telling
        return row(bare, self._words, heads) is True

    def _tells_how_it_came(self, piece: str) -> bool:
        """Whether the piece speaks of who asks, who sent them or how they read and rang, and of nothing else."""
        bare = piece.strip(MARKS).lower()
        teller = _TELLER.search(bare) and (_DOES.search(bare) or any(w in bare for w in self._telling if len(w) > 1))
        return bool(teller or _CHANNEL.search(bare)) and self._says_nothing(piece)

    def _says_nothing(self, piece: str) -> bool:
        """Whether the piece asks nothing, orders nothing, and tells nothing of a case."""
        bare = piece.strip(MARKS).lower()
        if (
            not bare
            or len(bare) > _LONGEST
            or self._asks(piece)
            or _OURS.search(bare)
            or _FACT.search(bare)
            or _WANTED.search(bare)
        ):
            return False
        return not self._content(bare)

    def _content(self, bare: str) -> bool:
        """Whether anything but the words of asides is known: to documents, as a unit, a figure, a place, a concept."""
        left = "".join("　" if any(a <= i < b for a, b in self._spans(bare)) else c for i, c in enumerate(bare))
        if re.search(r"\d", left) or find_quantities(left) or taxonomy().find(left) or regions().places(left):
            return True
        if any(m.kind == "concept" and m.end - m.start > 1 for m in self._lexicon.scan(left)):
            return True
        words = (left[a:b] for a, b in self._cut(left))
        return any(self._documents_know(w[a : a + 2]) for w in words if "　" not in w for a in range(len(w) - 1))

    def _spans(self, bare: str) -> list[tuple[int, int]]:
        """Where words of asides stand that are no part of a longer word, those of one character only by themselves."""
        spans, seams = [], Seams(self._cut(bare))
        for at in range(len(bare)):
            for to in on_from(bare, at, self._words):
                if to - at > 1 and not seams.torn(at, to) or to - at == 1 and seams.at(at) is None:
                    spans.append((at, to))
        return spans

    def _asks(self, piece: str) -> bool:
        for phrase in self._wondering:
            piece = piece.replace(phrase, "")
        return bool(_ASKS.search(_WONDERED.sub("", piece) if not piece.rstrip().endswith(("？", "?", "吗")) else piece))

    def _orders(self, bare: str) -> bool:
        if _CONCLUSION.search(bare) and not _CONFIRM.search(bare) and row(bare, self._words, self._heads):
            return False  # 直接告诉我结论 orders no answer in particular
        return bool(self._order.search(bare))

    def _own_unit(self, piece: str, kept: list[str]) -> str:
        """The piece; of "我们学校正在准备材料" the unit alone, nothing where another piece speaks of units."""
        own = _OWN.match(piece)
        bare = piece.strip(MARKS)
        if not own or len(bare) > _LONGEST or len(kept) < 2 or _ASKS.search(piece):
            return piece
        unit = next((u for u in self._units if bare.startswith(u, own.end())), "")
        rest = bare[own.end() + len(unit) :]
        if not unit or not rest or row(rest, self._words, self._telling) is not True:
            return piece
        others = "".join(p for p in kept if p is not piece)
        return "" if any(u in others for u in self._units) else f"{own.group()}{unit}，"

    def _without_ends(self, text: str) -> str:
        """The text without what leads into the question and what is run on behind it."""
        last = text.rstrip(MARKS)
        tail = next((t for t in self._tails if last.endswith(t) and len(last) - len(t) >= _LEAST), "")
        text = last[: len(last) - len(tail)] if tail else text
        lead, rest = 0, text
        while more := self._lead(rest):
            lead, rest = lead + more, rest[more:].lstrip(_JOINS)
        if lead and _TO_TELL.search(text[: len(text) - len(rest)].strip(_JOINS)) and _OPEN.search(rest):
            rest = _QUESTION_TAIL.sub("", rest)  # 能告诉我最多几家吗 asks for the number
        return rest

    def _lead(self, text: str) -> int:
        """Where what leads into the question ends, 0 where nothing does."""
        low, reached, found = text.lower(), {0}, 0
        words = self._words | self._leads
        for at in range(min(len(low), _LONGEST)):
            for to in on_from(low, at, words) if at in reached else ():
                found = max(found, to) if low[at:to] in self._leads else found
                reached.add(to)
        more = _AT_ONCE.match(text[found:]) if found else None
        end = found + (more.end() if more else 0)
        rest = text[end:].lstrip(_JOINS)
        if len(rest) <= _LEAST or _LEFT_OVER.match(rest) or not _ASKS.search(rest):
            return 0
        return 0 if row(rest.strip(MARKS), self._idle) is not None else end


def _pieces(text: str) -> list[str]:
    """The text cut behind its marks, and where a blank parts Chinese words."""
    ends = [0, *(m.end() for m in _PIECE_END.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(ends) if a < b]
