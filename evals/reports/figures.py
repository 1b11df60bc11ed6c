"""The figures of a report with their intervals, beside those of a baseline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from evals.estimates import Counted, Interval, clustered, wilson

DRAWS = 1_000
Fields = Mapping[str, Any]
Way = Literal["better", "worse", "same", ""]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `value` and `interval` as told, `before` in the baseline ("" where it is not there), `change` with
    its `way`, `of` what it counts, `definition` what it means and whose it is. `share` (0..1) draws a bar."""

    title: str
    value: str
    interval: str
    of: str
    before: str
    change: str
    way: Way
    definition: str
    share: float | None


def measures(report: Fields, base: Fields | None) -> Iterator[Figure]:
    """Every measure. Where each case counts nothing or one, the interval is Wilson's; else families are drawn."""
    old = (base or {}).get("figures", {}).get("measures", {})
    for name, figure in report["figures"]["measures"].items():
        now, before = figure["value"], old.get(name, {}).get("value")
        change, way = _change(now, before, figure["better"])
        yield Figure(
            title=figure["title"],
            value="–" if now is None else _percent(now),
            interval=_told(_interval(name, report)),
            of=f"{_count(figure['hits'])} of {_count(figure['total'])}",
            before="" if before is None else _percent(before),
            change=change,
            way=way,
            definition=figure["definition"],
            share=now,
        )


def shares(now: Mapping[str, Mapping[str, int]], before: Mapping[str, Mapping[str, int]]) -> Iterator[Figure]:
    """Shares by name, such as the passed cases of each kind, with Wilson's interval and what they were before."""
    for title, share in now.items():
        if not share["total"]:
            continue
        value, old = _value(share), _value(before[title]) if title in before else None
        change, way = _change(value, old, "high")
        yield Figure(
            title=title,
            value="–" if value is None else _percent(value),
            interval=_told(wilson(share["hits"], share["total"])),
            of=f"{share['hits']} of {share['total']}",
            before="" if old is None else _percent(old),
            change=change,
            way=way,
            definition="",
            share=value,
        )


def _interval(name: str, report: Fields) -> Interval | None:
    families: dict[str, list[Counted]] = {}
    for case in report["cases"]:
        if name in case["measures"]:
            hits, total = case["measures"][name]
            families.setdefault(case["family"], []).append((hits, total))
    counted = [pair for pairs in families.values() for pair in pairs]
    if all(pair in ((0, 1), (1, 1)) for pair in counted):
        return wilson(int(sum(hits for hits, _ in counted)), len(counted))
    if all(hits == total for hits, total in counted):
        return wilson(len(counted), len(counted))
    found = clustered(families, draws=DRAWS)
    return found.interval if found else None


def _change(now: float | None, before: float | None, better: str) -> tuple[str, Way]:
    if now is None or before is None:
        return "", ""
    if round(now, 4) == round(before, 4):
        return "0", "same"
    return f"{100 * (now - before):+.1f}", "better" if (now > before) == (better == "high") else "worse"


def _value(share: Mapping[str, int]) -> float | None:
    return share["hits"] / share["total"] if share["total"] else None


def _told(interval: Interval | None) -> str:
    return f"{100 * interval.low:.1f}–{100 * interval.high:.1f}" if interval else ""


def _count(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"
