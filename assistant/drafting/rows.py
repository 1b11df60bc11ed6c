"""Tables of a TOML file read key by key; a wrong kind, an unknown key or a missing one is told in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast


class Misfit(ValueError):
    """A form is malformed or does not fit its document; the text, English, says how."""


class Row:
    """One TOML table. `what` names it in errors; `done` tells of keys that nobody read."""

    def __init__(self, held: object, what: str) -> None:
        if not isinstance(held, dict):
            raise Misfit(f"{what} is no table")
        self._held = held
        self._read: set[str] = set()
        self.what = what

    def __contains__(self, key: str) -> bool:
        return key in self._held

    def words(self, key: str, default: str | None = None) -> str:
        """The text; Misfit where it is empty, of another kind, or missing without a default."""
        if key not in self and default is not None:
            return default
        held = self._take(key)
        if not isinstance(held, str) or not held.strip():
            raise Misfit(f"{key} of {self.what} must be words")
        return held

    def name(self, key: str) -> str:
        """The text, which may be empty."""
        held = self._take(key)
        if not isinstance(held, str):
            raise Misfit(f"{key} of {self.what} must be a text")
        return held

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false."""
        held = self._take(key, default)
        if not isinstance(held, bool):
            raise Misfit(f"{key} of {self.what} must be true or false")
        return held

    def whole(self, key: str, default: int | None = None, least: int = 0) -> int:
        """A whole number of at least `least`."""
        held = self._take(key) if default is None else self._take(key, default)
        if type(held) is not int or held < least:
            raise Misfit(f"{key} of {self.what} must be a whole number of at least {least}")
        return held

    def number(self, key: str) -> float | None:
        """A number, None where there is none."""
        held = self._take(key, None)
        if held is not None and type(held) not in (int, float):
            raise Misfit(f"{key} of {self.what} must be a number")
        return cast("float | None", held)

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """A word of a closed list."""
        held = self.words(key, default)
        if held not in (choices := tuple(known)):
            raise Misfit(f"{key} of {self.what} is {held!r}, none of {', '.join(choices)}")
        return held

    def many(self, key: str, kind: Literal["words", "numbers"]) -> tuple[object, ...]:
        """A list of texts or of whole numbers, () where there is none."""
        wanted = str if kind == "words" else int
        held = self._take(key, [])
        if not isinstance(held, list) or any(type(one) is not wanted for one in held):
            raise Misfit(f"{key} of {self.what} must be a list of {kind}")
        return tuple(held)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, () where there is none."""
        return cast("tuple[str, ...]", self.many(key, "words"))

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers, () where there is none."""
        return cast("tuple[int, ...]", self.many(key, "numbers"))

    def rows(self, key: str, what: str) -> tuple[Row, ...]:
        """A list of tables, () where there is none."""
        return tuple(Row(one, what) for one in self.list(key))

    def list(self, key: str) -> tuple[object, ...]:
        """A list of whatever, () where there is none; one value alone is a list of it."""
        held = self._take(key, [])
        return tuple(held) if isinstance(held, list) else (held,)

    def row(self, key: str, what: str) -> Row | None:
        """A table, None where there is none."""
        held = self._take(key, None)
        return None if held is None else Row(held, what)

    def raw(self, key: str) -> object:
        """Whatever is there, None where nothing is."""
        return self._take(key, None)

    def done(self) -> None:
        """Misfit where keys were left that nobody read."""
        if unknown := sorted(self._held.keys() - self._read):
            raise Misfit(f"{self.what} has keys that are not known: {', '.join(unknown)}")

    def _take(self, key: str, *default: object) -> object:
        self._read.add(key)
        if key in self._held:
            return self._held[key]
        if default:
            return default[0]
        raise Misfit(f"{self.what} has no {key}")
