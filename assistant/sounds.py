"""The readings of characters, written into a generation and read again only when a question holds unknown words."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from pathlib import Path

FILE = "readings.txt"


def save(folder: Path) -> None:
    """Write the readings of every character into a generation folder: "行 xing hang heng" a line."""
    from assistant.reading.pinyin import readings

    lines = (" ".join((char, *spelt)) for char, spelt in readings().items())
    (folder / FILE).write_text("\n".join(lines), encoding="utf-8")


class Sounds:
    """The readings of one generation, loaded at the first character asked for; without a generation no
    character has any, so that nothing is mended by its sound."""

    def __init__(self, generation: Path | None) -> None:
        self._generation = generation

    def __call__(self, char: str) -> tuple[str, ...]:
        """The toneless pinyin readings of one character, commonest first; none for what has no reading."""
        return tuple(self._lines.get(char, "").split())

    @cached_property
    def _lines(self) -> dict[str, str]:
        if self._generation is not None:
            with suppress(OSError, ValueError):
                text = (self._generation / FILE).read_text(encoding="utf-8")
                return {line[0]: line[2:] for line in text.split("\n") if line}
        return {}
