"""One spelling for one thing: the question as every later step reads it."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from assistant.guideline.patterns import regex

_QUOTES = str.maketrans({"「": "“", "」": "”", "『": "“", "』": "”", "＂": '"', "‘": "“", "’": "’"})
_VARIANTS = str.maketrans({"麽": "么", "爲": "为", "後": "后", "臺": "台"})
_CONTROL = regex(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028\u2029\ufeff\ud800-\udfff]")


BUREAU = regex(r"(?:行政)?(?:部门|局|委|厅|处)$")
_TENTH = "两一二三四五六七八九"
_TENTHS = regex(
    r"(?<![统第唯一二两三四五六七八九])([一二两三四五六七八九])成(?=以上|以下|以内|的|就|多|左右|[，,。？?、；;]|吧|吗|行|够|$)"
)


_QUARTER = regex(r"(?<![第一二三四两几个、~-])(?=[一二三四]季度)")
_MUST = regex(
    r"(?<![并绝])非(?:(?:得|要)([一-鿿“”]{1,12}?)(?:不可(?!以)|不行|不成|才行|才可以)"
    r"|(?!常|遗|学历|营利|公|全日制)([一-鿿“”]{1,8}?)不可(?=[吗么吧，,。？?]|$))"
)
# Words of their own with a character that is a function word elsewhere.
SOLID = frozenset(
    "良好 转让 出让 受让 合同 同意 协同 参与 给予 赠与 对象 对接 到期 到位 及格 及时 归还 偿还 返还 退还 就业 就读 在职 在岗 在编 "
    "在孵 从业 从事 被保 相同 同等 与会 和解 都市 还款 代为 行为 同步".split()
)
GRAMMAR = frozenset(
    "的了是在有和与及就都也还再又被把对为以于从到给让跟同按应能会要想由当做算来去起出上下进过成完不没可吗呢吧啊呀嘛些个这那哪几一二三两得地着"
    "便则即才只光刚很太最更真每各前后往日开打写填弄搞办报交走看问说讲"
)
FUNCTION = frozenset(
    "的了吗呢是在也都就还和与及或把被对为以于从到给让跟同啊吧呀嘛么不没们,.?!，。？！、；;:：()（）“”\"'《》 "
)
# What adds nothing to its noun: 评审工作 is 评审, 校企双方 are 校企.
_LIGHT_HEAD = regex(r"(?<=[一-鿿]{2})(?:双方|各方|工作|活动|事宜|情况|环节|方面|行为|事项)$")
_LIGHT_VERB = regex(r"^[读当做搞考](?=[一-鿿]{3})")  # 读专业学位 is about 专业学位


def clean(text: str) -> str:
    """NFKC, one kind of quotation mark, no control characters or lone surrogates, single spaces;
    spaces between Chinese characters go."""
    text = unicodedata.normalize("NFKC", _CONTROL.sub(" ", text)).translate(_QUOTES).translate(_VARIANTS)
    text = _MUST.sub(r"必须\1\2", _QUARTER.sub("第", text))
    text = _TENTHS.sub(lambda m: f"{_TENTH.index(m.group(1)) or 2}0%", text)
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<=[㐀-鿿]) (?=[㐀-鿿])", "", text) if " " in text else text


def pairs(text: str) -> frozenset[str]:
    """Every two characters that stand side by side."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def longest_part(name: str, text: str) -> int:
    """The length of the longest run of the text that stands in the name."""
    runs = (text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1))
    return max((len(run) for run in runs if run in name), default=0)


def language(text: str) -> Literal["zh", "en"]:
    """The language: "en" where the sentence is built of English words, "zh" otherwise (names alone do not decide)."""
    latin = len(re.findall(r"[A-Za-z]{2,}", text))
    if not re.search(r"[㐀-鿿]", text):
        return "en" if re.search(r"[a-z]{3,}|\b[a-z]{2}\b", text) else "zh"
    function_words = len(
        re.findall(
            r"\b(the|a|an|of|for|is|are|can|do|does|what|who|how|when|which|to|in|be|it|and|should|must|we|our|I|where|"
            r"there|if|may|many|have|has|could|would|will|need|not|with|any|at|on|from|by)\b",
            text,
            re.IGNORECASE,
        )
    )
    chinese_grammar = len(re.findall(r"[吗呢的要几谁啥么吧啊了是不能哪多]", re.sub(r"[“\"(（].*?[”\")）]", "", text)))
    return "en" if latin >= 3 and function_words >= 2 and function_words > chinese_grammar else "zh"


def tagged(text: str) -> str:
    """The Chinese question with 吗 for whatever else turns its last clause into one: 行么, 能报不, 达标没有, 来得及伐.
    什么 and 怎么 ask for something, 要不 and 有没有 are whole as they are."""
    return _PARTICLE.sub("吗", text)


A_NOT_A = regex(r"([一-鿿])[不没]\1")  # 能不能, 有没有: asked, not denied
_PARTICLE = regex(
    r"(?<=[\u4e00-\u9fff])(?:(?<![什怎多那这要])么|(?<![要就得都也可])不|(?<![有还])没有?|伐|咩|啵)(?=[？?！!。\s]*$)|(?<=[行成以])(?:么|不)(?=[，,])"
)


def bare_noun(word: str) -> str:
    """The word without what adds nothing to its noun."""
    return _LIGHT_VERB.sub("", _LIGHT_HEAD.sub("", word))


def short_for(word: str, text: str) -> bool:
    """Whether the word is short for a run of the text: its characters stand there in order and near each other
    ("责任险": 责任保险), those of an office with more between them ("人社局": 人力资源和社会保障局)."""
    if len(word) < 3 or word.isascii():
        return False
    gap = "[一-鿿]{0,5}" if BUREAU.search(word) else "[一-鿿]{0,3}"
    return bool(re.search(gap.join(map(re.escape, word)), text))
