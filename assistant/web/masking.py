"""Personal data in a question, made unreadable before the question is written to a log."""

from __future__ import annotations

import re
from functools import partial

from assistant.exchange import printable

_FULL_WIDTH = {
    ord(wide): ord(narrow) for wide, narrow in zip("０１２３４５６７８９＠．ＸｘＯ－", "0123456789@.XxO-", strict=True)
}
_MASKS = (
    (re.compile(r"[A-Za-z0-9_.+%-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"), "[邮箱]"),
    (re.compile(r"(?<!\d)\d(?:[ -]?\d){16}[ -]?[\dXx](?!\d)"), "[证件号]"),
    (re.compile(r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?![ -]?\d)"), "[电话]"),
    (re.compile(r"(?<!\d)[(（]?0\d{2,3}[)）]?[ -]?\d{7,8}(?![ -]?\d)"), "[电话]"),
    (re.compile(r"(?<!\d)[2-8]\d{6,7}(?!\d)"), "[电话]"),
    (re.compile(r"(?<!\d)(?:\d[ -]?){11,}\d(?!\d)"), "[号码]"),
)
_DAY = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


def masked_text(text: str, limit: int = 500) -> str:
    """The text, printable and cut, without e-mail addresses, telephone, identity-card and other long numbers.

    Eight digits that read as a day (20261120) stay, since deadlines are what people ask about.
    """
    plain = printable(text).translate(_FULL_WIDTH)
    for pattern, mask in _MASKS:
        plain = pattern.sub(partial(_masked, mask), plain)
    return plain[:limit]


def _masked(mask: str, found: re.Match[str]) -> str:
    return found[0] if _DAY.fullmatch(found[0]) else mask
