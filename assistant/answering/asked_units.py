"""The unit that a question counts in ("多少页", "几个工作日"), read as documents' own figures are read."""

from __future__ import annotations

from assistant.guideline.patterns import regex
from assistant.programmes.quantities import find_quantities

_HOW_MANY = regex(r"几多|多少|(?<!哪)几")  # 哪几个 asks which
_SIZE = regex(r"(?:多大|多小|大小)(?!的?比例|面积|年龄|字)")
_FILE = regex(r"文件|附件|压缩包|扫描件|电子[版档稿]|视频|音频|照片|图片|pdf|上传")
_REACH = 6  # characters of the unit behind the interrogative
# What people count in that is no unit of a figure: its kind of value.
_KIND = {"钱": "money", "号字": "length", "分": "points", "万": "money", "级": "", "条": "count"}


def asked_unit(text: str) -> tuple[str, str] | None:
    """Unit and kind of value of the first thing counted in the lower-cased text: ("页", "length") of 最多多少页,
    no unit for what is none of a figure's ("几号字"); None where it counts nothing known. Never raises."""
    if _SIZE.search(text):
        return ("MB", "other") if _FILE.search(text) else ("平方米", "area")
    for match in _HOW_MANY.finditer(text):
        rest = text[match.end() : match.end() + _REACH]
        for words, kind in _KIND.items():
            if rest.removeprefix("个").startswith(words) and not rest.startswith(f"{words}元"):
                return ("", kind) if kind else None
        figures = find_quantities(f"3{rest}")
        if figures and figures[0].start == 0:
            return figures[0].unit, figures[0].dimension
    return None
