"""Font, size, line spacing and paper against what the form says of its text. A cover is set as covers are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from assistant.drafting.rule import Rule
from assistant.precheck.filing import Filing
from assistant.precheck.paper import Look
from assistant.precheck.report import Point, RuleName, Spot

_NAMES: Mapping[str, str] = {
    "fangsong_gb2312": "仿宋_gb2312", "kaiti_gb2312": "楷体_gb2312", "simsun": "宋体", "simhei": "黑体", "kaiti": "楷体",
    "fangsong": "仿宋", "nsimsun": "新宋体", "stfangsong": "华文仿宋", "stkaiti": "华文楷体", "stsong": "华文宋体",
    "microsoft yahei": "微软雅黑", "fzxiaobiaosong-b05s": "方正小标宋简体",
}  # fmt: skip
_PAPERS: Mapping[str, tuple[float, float]] = {
    "A3": (29.7, 42.0),
    "A4": (21.0, 29.7),
    "A5": (14.8, 21.0),
    "B5": (17.6, 25.0),
}
_CLOSE, _EDGE = 0.26, 0.3
"""Points and centimetres by which a size may be off and be the same."""
_MOST = 12


def found(filing: Filing) -> Iterator[Point]:
    """Each rule on looks that the form states: kept everywhere, or where it is not."""
    kinds: tuple[RuleName, ...] = ("font", "size", "line_spacing")
    for kind in kinds:
        rule = next((one for one in filing.known.form.rules if one.kind == kind), None)
        if rule is not None:
            yield from _set(filing, kind, rule)
    paper = filing.known.form.rule("paper")
    if paper is not None:
        yield _paper(filing, paper)


def _set(filing: Filing, kind: RuleName, rule: Rule) -> Iterator[Point]:
    wanted = rule.words[0] if rule.words else f"{rule.number:g}"
    if filing.paper.source != "word" or not filing.paper.looks:
        yield Point(kind, "unknown", f"{kind}_unseen", (("wanted", wanted),), (), rule.quote)
        return
    wrong: dict[tuple[str, bool], list[Look]] = {}
    cover = {field.path for field in filing.known.form.cover.fields()} if filing.known.form.cover is not None else set()
    for look in filing.paper.looks:
        if look.field and look.field not in cover:
            for found, sure in _departing(kind, look, rule):
                wrong.setdefault((found, sure), []).append(look)
    for (found, sure), looks in wrong.items():
        spots = tuple(Spot(look.field, look.label, look.words[:60]) for look in looks[:_MOST])
        values = (("wanted", wanted), ("found", found), ("n", str(len(looks))))
        yield Point(
            kind, "fail" if sure else "unknown", f"{kind}_other" if sure else f"{kind}_like", values, spots, rule.quote
        )
    if not wrong:
        yield Point(kind, "pass", f"{kind}_kept", (("wanted", wanted),), (), rule.quote)


def _departing(kind: RuleName, look: Look, rule: Rule) -> Iterator[tuple[str, bool]]:
    """What a place has that is not what the rule says, and whether that is sure."""
    found: Callable[[Look, Rule], Iterator[tuple[str, bool]]]
    found = {"font": _fonts, "size": _sizes, "line_spacing": _pitches}[kind]
    return found(look, rule)


def _fonts(look: Look, rule: Rule) -> Iterator[tuple[str, bool]]:
    wanted = [_font(word) for word in rule.words]
    for name in look.fonts:
        held = _font(name)
        if held not in wanted:
            # 仿宋 is the same type as 仿宋_GB2312 by another maker, and by another name.
            yield name, not any(held.partition("_")[0] == one.partition("_")[0] for one in wanted)


def _sizes(look: Look, rule: Rule) -> Iterator[tuple[str, bool]]:
    for size in look.sizes:
        if rule.number is not None and abs(size - rule.number) > _CLOSE:
            yield f"{size:g}", True


def _pitches(look: Look, rule: Rule) -> Iterator[tuple[str, bool]]:
    for pitch in look.pitches:
        if pitch is None:
            yield "—", True
        elif rule.number is not None and abs(pitch - rule.number) > _CLOSE:
            yield f"{pitch:g}", True


def _font(name: str) -> str:
    plain = name.strip().casefold()
    return _NAMES.get(plain, plain)


def _paper(filing: Filing, rule: Rule) -> Point:
    wanted, page = rule.words[0] if rule.words else "", filing.paper.page
    size = _PAPERS.get(wanted)
    if page is None or size is None:
        return Point("paper", "unknown", "paper_unseen", (("wanted", wanted),), (), rule.quote)
    measured = sorted((page.width, page.height))
    values = (("wanted", wanted), ("found", f"{page.width:g}×{page.height:g}"))
    kept = all(abs(one - other) <= _EDGE for one, other in zip(measured, size, strict=True))
    return Point("paper", "pass" if kept else "fail", "paper_kept" if kept else "paper_other", values, (), rule.quote)
