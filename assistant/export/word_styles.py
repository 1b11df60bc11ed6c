"""How text in a Word file is set once all that says so is followed: the run, its styles, the paragraph's, the table's,
the file's own defaults and the theme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.export.script import Setting
from assistant.export.wordnames import name

_USUAL_SIZE = 10.0
"""Points where nothing names any, by the standard."""
_DEEPEST = 20
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = ("0", "false", "off", "none")


class Styles:
    """What the styles of a file say; either part may be missing."""

    def __init__(self, styles: Any, theme: Any) -> None:
        self._kept: dict[str, Any] = {}
        self._usual: dict[str, str] = {}
        self._paragraph_default: list[Any] = []
        self._run_default: list[Any] = []
        self._chains: dict[str, tuple[Any, ...]] = {}
        self._themed = _themed(theme)
        self._known: dict[tuple[Any, ...], tuple[Setting, bool]] = {}
        if styles is None:
            return
        for style in styles.iterchildren(name("style")):
            key = style.get(name("styleId"), "")
            self._kept[key] = style
            if style.get(name("default"), "0") not in _OFF:
                self._usual[style.get(name("type"), "")] = key
        defaults = styles.find(name("docDefaults"))
        if defaults is not None:
            self._run_default = list(defaults.iterfind(f"{name('rPrDefault')}/{name('rPr')}"))
            self._paragraph_default = list(defaults.iterfind(f"{name('pPrDefault')}/{name('pPr')}"))

    def setting(self, run: Any, paragraph: Any, table: str) -> tuple[Setting, bool]:
        """How a run with the properties `run` in a paragraph with `paragraph` is set, and whether it is hidden. Either
        may be None; `table` is the style of the table around it, "" for none."""
        key = (table, _written(run), _written(paragraph))
        if key not in self._known:
            self._known[key] = self._found(run, paragraph, table)
        return self._known[key]

    def _found(self, run: Any, paragraph: Any, table: str) -> tuple[Setting, bool]:
        above = [*self._chain(_style(paragraph, "pStyle") or self._usual.get("paragraph", "")), *self._chain(table)]
        runs = [run, *_parts(self._chain(_style(run, "rStyle")), "rPr"), *_parts(above, "rPr"), *self._run_default]
        lines = [paragraph, *_parts(above, "pPr"), *self._paragraph_default]
        vanish = _first(runs, "vanish", "val", "1") if any(_has(one, "vanish") for one in runs) else "0"
        size = _number(_first(runs, "sz", "val"))
        setting = Setting(self._font(runs), size / 2 if size else _USUAL_SIZE, _pitch(lines))
        return setting, vanish not in _OFF

    def _font(self, runs: list[Any]) -> str:
        for one in runs:
            fonts = one.find(name("rFonts")) if one is not None else None
            if fonts is None:
                continue
            themed = fonts.get(name("eastAsiaTheme"))
            if themed and self._themed.get(themed[:5]):
                return self._themed[themed[:5]]
            if found := fonts.get(name("eastAsia")):
                return str(found)
        return ""

    def _chain(self, key: str) -> tuple[Any, ...]:
        """A style and those that it is based on, nearest first."""
        if key not in self._chains:
            made: list[Any] = []
            at = self._kept.get(key)
            while at is not None and at not in made and len(made) < _DEEPEST:
                made.append(at)
                based = at.find(name("basedOn"))
                at = self._kept.get(based.get(name("val"), "")) if based is not None else None
            self._chains[key] = tuple(made)
        return self._chains[key]


def _parts(styles: Any, tag: str) -> Iterator[Any]:
    return (found for style in styles if (found := style.find(name(tag))) is not None)


def _has(properties: Any, tag: str) -> bool:
    return properties is not None and properties.find(name(tag)) is not None


def _style(properties: Any, tag: str) -> str:
    found = properties.find(name(tag)) if properties is not None else None
    return found.get(name("val"), "") if found is not None else ""


def _first(properties: list[Any], tag: str, key: str, missing: str = "") -> str:
    """The attribute where it is said first; `missing` where the element stands without it."""
    for one in properties:
        found = one.find(name(tag)) if one is not None else None
        if found is not None and (said := found.get(name(key), missing)):
            return str(said)
    return ""


def _pitch(properties: list[Any]) -> float | None:
    rule, line = _first(properties, "spacing", "lineRule"), _number(_first(properties, "spacing", "line"))
    return line / 20 if rule == "exact" and line else None


def _number(words: str) -> float:
    """The number told, in half points or twentieths; 0 where there is none that a page could have."""
    try:
        found = float(words.removesuffix("pt")) * (20 if words.endswith("pt") else 1)
    except ValueError:
        return 0
    return found if 0 < found < 100_000 else 0


def _written(properties: Any) -> tuple[Any, ...]:
    """What properties say of a look, to be known again."""
    if properties is None:
        return ()
    return tuple(
        (one.tag, tuple(sorted(one.attrib.items())))
        for one in properties
        if isinstance(one.tag, str) and one.tag in _LOOKS
    )


_LOOKS = frozenset(map(name, ("rFonts", "sz", "vanish", "rStyle", "pStyle", "spacing")))


def _themed(theme: Any) -> dict[str, str]:
    """The fonts for Chinese of a theme by the beginning of what they are called: "major" and "minor"."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = next(theme.iter(f"{_DRAWING}{kind}Font"), None) if theme is not None else None
        if fonts is None:
            continue
        east = fonts.find(f"{_DRAWING}ea")
        named = east.get("typeface", "") if east is not None else ""
        own = next(
            (one.get("typeface", "") for one in fonts.iter(f"{_DRAWING}font") if one.get("script") == "Hans"), ""
        )
        found[kind] = named or own
    return found
