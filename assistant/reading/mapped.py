"""Text that remembers where each of its characters stood in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.guideline.clause import OffsetMap

_HALF = {
    code: code - 0xFEE0
    for low, high in (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ"))
    for code in range(ord(low), ord(high) + 1)
}
_INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\u00ad]")


@dataclass(frozen=True, slots=True)
class Mapped:
    """`text[i]` stood at source[starts[i]:ends[i]]; starts never decrease."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def whole(cls, source: str) -> Mapped:
        """The source with full-width digits and letters halved and invisible characters gone."""
        mapped = cls(source.translate(_HALF), tuple(range(len(source))), tuple(range(1, len(source) + 1)))
        return mapped.without(_INVISIBLE)

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> Mapped:
        """The characters text[start:end]."""
        return Mapped(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def strip(self, chars: str | None = None) -> Mapped:
        """Without `chars` (white space) at the ends."""
        left = len(self.text) - len(self.text.lstrip(chars))
        return self.cut(left, left + len(self.text.strip(chars)))

    def pick(self, positions: Iterable[int]) -> Mapped:
        """Only the characters at these positions, in their order."""
        kept = tuple(positions)
        return Mapped(
            "".join(self.text[i] for i in kept),
            tuple(self.starts[i] for i in kept),
            tuple(self.ends[i] for i in kept),
        )

    def without(self, pattern: re.Pattern[str]) -> Mapped:
        """Without what the pattern matches."""
        if not pattern.search(self.text):
            return self
        gone = {i for match in pattern.finditer(self.text) for i in range(*match.span())}
        return self.pick(i for i in range(len(self.text)) if i not in gone)

    def then(self, other: Mapped, glue: str = "") -> Mapped:
        """This text and the other after it; the glue stands for what lies between them in the source."""
        if not self.text:
            return other
        between = (self.ends[-1],) * len(glue)
        after = (max(self.ends[-1], other.starts[0]) if other.text else self.ends[-1],) * len(glue)
        return Mapped(
            self.text + glue + other.text,
            self.starts + between + other.starts,
            self.ends + after + other.ends,
        )

    def spelled(self, text: str) -> Mapped:
        """The same characters spelled otherwise, one for one."""
        if len(text) != len(self.text):
            raise ValueError("another spelling must keep the number of characters")
        return Mapped(text, self.starts, self.ends)

    def offsets(self) -> OffsetMap:
        """The map of a clause that holds this text."""
        runs: list[tuple[int, int, int]] = []
        replaced: list[tuple[int, int, int, int]] = []
        for i, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            if runs and runs[-1][1] + runs[-1][2] == start and self.ends[i - 1] == start:
                runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
            else:
                runs.append((i, start, 1))
            if end - start != 1:
                if replaced and replaced[-1][2:] == (start, end):
                    replaced[-1] = (replaced[-1][0], i + 1, start, end)
                else:
                    replaced.append((i, i + 1, start, end))
        return OffsetMap(tuple(runs), tuple(replaced))


EMPTY = Mapped("", (), ())
