"""Places: whether one lies in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from assistant.guideline.tables import table

_APART_ZH = (
    r"(?:(?:没有?|未|并未|不是?)(?:设|开|注册|登记|落户|落|位于|坐落)?(?:在|于)|(?<!是)不(?:是|属于?)|非(?:位于|在)?)"
)
_NOT_HERE = re.compile(rf"{_APART_ZH}(?:本|我)(?:[市省区县地]|辖区)(?!级)|(?:本|我)[市省区县地](?:以|之)?外")
_APART_EN = (
    r"\b(?:outside(?: of)?|out of|beyond|other than)|(?:\b(?:not|never)|n't) (?:be )?(?:an? )?(?:actually |itself )?"
    r"(?:based |located |registered |situated |headquartered )?(?:in|from|within|inside)"
)


class Regions:
    """Provinces, their cities, and the words for elsewhere."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._province: dict[str, str] = {c: p for p, cs in data["provinces"].items() for c in cs}
        self._province.update({p: p for p in data["provinces"]})
        self._zone: dict[str, str] = {p: z for z, ps in data["zones"].items() for p in ps}
        self._english: dict[str, str] = {k.lower(): v for k, v in data["english"].items()}
        self._elsewhere = tuple(data["outside"]["elsewhere"])
        self._abroad = tuple(data["outside"]["abroad"])
        self._lengths: dict[str, tuple[int, ...]] = {}
        for place in sorted(self._province, key=len, reverse=True):
            self._lengths[place[0]] = tuple(dict.fromkeys((*self._lengths.get(place[0], ()), len(place))))
        self._latin = re.compile("|".join(rf"\b{re.escape(p)}\b" for p in self._english))

    def all_places(self) -> tuple[str, ...]:
        """Chinese short names of every place that is known."""
        return tuple(self._province)

    def places(self, text: str) -> tuple[str, ...]:
        """Chinese short names of the places named in the text, in order."""
        found = list(self._chinese(text))
        found += [self._english[m.group()] for m in self._latin.finditer(text.lower())]
        return tuple(dict.fromkeys(found))

    def _chinese(self, text: str) -> Iterator[str]:
        """The longest place at each position, left to right."""
        after = 0
        for at, char in enumerate(text):
            if at >= after and char in self._lengths:
                words = (text[at : at + length] for length in self._lengths[char])
                if place := next((word for word in words if word in self._province), ""):
                    after = at + len(place)
                    yield place

    def outside(self, text: str) -> Literal["", "elsewhere", "abroad"]:
        """Whether the text says "elsewhere" or "abroad" without naming a place."""
        low = text.lower()
        if any(w in low for w in self._abroad):
            return "abroad"
        return "elsewhere" if any(w in low for w in self._elsewhere) or _NOT_HERE.search(low) else ""

    def apart(self, text: str, place: str) -> bool:
        """Whether the text speaks of what lies outside the place that it names ("嘉兴市以外", "注册地不在嘉兴", "不是嘉兴的",
        "from outside Jiaxing", "not based in Jiaxing")."""
        if re.search(
            rf"{place}[省市]?域?(?:以|之)?外(?!资|企|商|语|国)|{_APART_ZH}{place}(?!市?(?:区|主城|城区))", text
        ):
            return True
        names = "|".join(re.escape(e) for e, short in self._english.items() if short == place)
        before = rf"(?:{_APART_EN}) (?:the )?(?:city of |province of )?(?:{names})\b"
        return bool(names) and bool(re.search(before, text.lower()))

    def province(self, place: str) -> str:
        """The province of a city or province, "" for a place that is not known."""
        return self._province.get(place, "")

    def zone(self, place: str) -> str:
        """The part of the country that the place lies in (东部, 中部, 西部, 东北), "" where it is not known."""
        return self._zone.get(self.province(place), "")

    def holds(self, province: str) -> bool:
        """Whether cities of the province are known."""
        return any(p == province and c != province for c, p in self._province.items())

    def within(self, place: str, region: str) -> bool:
        """Whether the place lies in the region (a city in itself or in its province)."""
        return place == region or self._province.get(place) == region


@cache
def regions() -> Regions:
    """The places that ship with the package."""
    return Regions(table(Path(__file__).with_name("data") / "regions.toml"))
