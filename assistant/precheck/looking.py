"""How the text of a file is set, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from assistant.export.script import Setting
from assistant.export.sheet_read import Reading
from assistant.precheck.paper import Look

_WORDS, _WAYS, _WAYS_PRINTED = 40, 4, 12
"""Characters that are shown, and ways to be set that are told of one field and of the form's own print."""
_HAN = ("\u3400", "\u9fff")


def looks(found: Reading) -> Iterator[Look]:
    """The looks of every place, then of the form's own print; each way to be set apart, the most used first."""
    for path, value in found.values.items():
        span = value.span
        ways = _ways(value.told.text[span.start : span.end], value.told.settings[span.start : span.end])
        for setting, _, words in islice(ways, _WAYS):
            yield _look(path, "", words, setting)
    labels: dict[Setting, tuple[int, str]] = {}
    for text, told in found.labels:
        for setting, count, _ in islice(_ways(told.text, told.settings), 1):
            known, first = labels.get(setting, (0, text))
            labels[setting] = (known + count, first)
    for setting, (_, first) in islice(sorted(labels.items(), key=lambda one: -one[1][0]), _WAYS_PRINTED):
        yield _look("", first, first[:_WORDS], setting)


def _look(path: str, label: str, words: str, setting: Setting) -> Look:
    sizes = (setting.size,) if setting.size else ()
    return Look(path, label, words, (setting.font,) if setting.font else (), sizes, (setting.pitch,))


def _ways(text: str, settings: Sequence[Setting]) -> Iterator[tuple[Setting, int, str]]:
    """The ways that a text is set in, the most used first: how many characters, and the first words set so. The font
    is that of Chinese characters; figures among them count only where their size or line is another."""
    counts: dict[Setting, list[int]] = {}
    others: dict[Setting, list[int]] = {}
    for at, (sign, setting) in enumerate(zip(text, settings, strict=True)):
        if _HAN[0] <= sign <= _HAN[1]:
            counts.setdefault(setting, [0, at])[0] += 1
        elif sign.isalnum():
            others.setdefault(Setting("", setting.size, setting.pitch), [0, at])[0] += 1
    known = {(one.size, one.pitch) for one in counts}
    counts |= {one: held for one, held in others.items() if (one.size, one.pitch) not in known}
    for setting, (count, first) in sorted(counts.items(), key=lambda one: -one[1][0]):
        end = first
        while end < len(text) and end < first + _WORDS and text[end] != "\n" and _alike(settings[end], setting):
            end += 1
        yield setting, count, text[first:end]


def _alike(one: Setting, other: Setting) -> bool:
    return (one.size, one.pitch) == (other.size, other.pitch) and (one.font == other.font or not other.font)
