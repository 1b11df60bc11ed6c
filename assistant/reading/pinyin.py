"""How characters sound: the toneless pinyin readings of every character of GB 2312, commonest first."""

from __future__ import annotations

_AT_MOST = 3


def readings() -> dict[str, tuple[str, ...]]:
    """Each character with at most three readings. ü is spelt as people type it: lü is "lv" and "lu", lüe "lve"
    and "lue"; in jü, qü, xü and yü it is u anyway."""
    from pypinyin import Style, pinyin

    heard: dict[str, tuple[str, ...]] = {}
    for char in _characters():
        (options,) = pinyin(char, style=Style.NORMAL, heteronym=True, v_to_u=False, errors="ignore") or [[]]
        spelt = [way for option in options for way in _typed(option)]
        if spelt:
            heard[char] = tuple(dict.fromkeys(spelt))[:_AT_MOST]
    return heard


def _typed(reading: str) -> tuple[str, ...]:
    if not reading.isascii():
        return ()
    return (reading, reading.replace("v", "u")) if "v" in reading else (reading,)


def _characters() -> list[str]:
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [char for pair in rows if (char := pair.decode("gb2312", errors="ignore"))]
