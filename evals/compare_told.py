"""A comparison in words for a terminal, the worst first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evals.compare import Comparison
from evals.table import printable

WIDTH = 160
SHOWN = 20


def lines(comparison: Comparison, base: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """The lines; of changes that are no step back at most twenty are named."""
    titles = (
        ("pass -> fail", comparison.broke, None),
        ("NEW FALSE PERMITS", comparison.permits, None),
        ("NEWLY BROKEN QUOTES", comparison.quotes, None),
        ("MISSING: asked and scored before, not now", comparison.missing, None),
        ("fail -> pass", comparison.mended, None),
        ("question or gold changed", comparison.regraded, SHOWN),
        ("new cases", comparison.added, SHOWN),
        ("other words, same result", comparison.reworded, SHOWN),
    )
    for title, changes, most in titles:
        if changes:
            yield f"{title}: {len(changes)}"
            yield from (f"  {change.id}  {printable(change.what)[:WIDTH]}" for change in changes[:most])
            if most and len(changes) > most:
                yield f"  … and {len(changes) - most} more"
    moved = [name for name, value in base["digests"].items() if new["digests"].get(name) != value]
    yield f"changed inputs: {', '.join(moved) or 'none'}"
    yield f"passed: {base['figures']['passed']} of {base['figures']['cases']} -> " \
          f"{new['figures']['passed']} of {new['figures']['cases']}"  # fmt: skip
    yield drop_line(comparison)


def drop_line(comparison: Comparison) -> str:
    """The drop with its interval, and whether it is more than the tolerance."""
    drop = comparison.drop
    if drop is None:
        return "no case is scored in both"
    if not (comparison.broke or comparison.mended):
        return f"no case lost and none won, of {drop.count} in both"
    told = f"lost less won: {drop.mean:+.2%} of {drop.count} cases in both"
    if drop.interval:
        told += f", 95% {drop.interval.low:+.2%} to {drop.interval.high:+.2%} over {drop.families} families"
    beyond = "SIGNIFICANT AND BEYOND" if comparison.dropped else "not a significant drop beyond"
    return f"{told}; {beyond} the tolerance of {comparison.tolerance:.2%}"
