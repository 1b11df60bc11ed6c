"""A report as Markdown, for the conversation about a change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from evals.compare import TOLERANCE, against, compare
from evals.compare_told import drop_line
from evals.estimates import wilson
from evals.reports.figures import measures
from evals.reports.view import GROUPS
from evals.reports.visible import one_line

Fields = Mapping[str, Any]
MOST, WIDTH = 60, 300
_OBEYED = re.compile(r"([\\`*_\[\]#|~$])")
_LINK = re.compile(r"://|www[.]", re.IGNORECASE)
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}


def markdown(report: Fields, base: Fields | None, tolerance: float = TOLERANCE) -> str:
    """Figures, what changed since the baseline where there is one, and the cases that do not pass."""
    return "\n".join([*_head(report), *(_changes(report, base, tolerance) if base else ()), *_figures(report, base),
                      *_failing(report)]) + "\n"  # fmt: skip


def told(text: str, width: int = WIDTH) -> str:
    """Anybody's text on one line of a table or list, with nothing in it that Markdown or HTML would obey."""
    line = one_line(text)
    short = line if len(line) <= width else line[: width - 1] + "…"
    plain = _OBEYED.sub(r"\\\1", short)
    safe = "".join(_HTML.get(char, char) for char in plain)
    return _LINK.sub(lambda found: found[0].replace(":", "&#58;").replace(".", "&#46;"), safe)


def _head(report: Fields) -> Iterator[str]:
    figures, rate = report["figures"], report["figures"]["pass_rate"]
    interval = wilson(rate["hits"], rate["total"])
    around = f" (95%: {interval.low:.1%} to {interval.high:.1%})" if interval else ""
    share = f"{rate['hits'] / rate['total']:.1%}{around}" if rate["total"] else "none scored"
    yield "# Evals"
    yield ""
    yield (f"**{figures['passed']} of {figures['cases']} cases pass**, {share}; {figures['failed']} fail, "
           f"{figures['unanswered']} without an answer, {figures['unscored']} not scored.")  # fmt: skip


def _changes(report: Fields, base: Fields, tolerance: float) -> Iterator[str]:
    found = compare(base, report, tolerance)
    yield ""
    yield "## Since the baseline"
    yield ""
    yield f"{'✕ **Stops.**' if found.stops else '✓ Nothing stops.'} {drop_line(found)}."
    for name, title, _, bad, _ in GROUPS:
        changes = getattr(found, name)
        if changes and not bad:
            yield f"- {title}: {len(changes)}"
        elif changes:
            yield f"- **{title}: {len(changes)}**"
            yield from (f"  - {told(change.id)}: {told(change.what)}" for change in changes[:MOST])


def _figures(report: Fields, base: Fields | None) -> Iterator[str]:
    yield ""
    yield "## Figures, in per cent"
    yield ""
    yield "| figure | value | 95% | counts | baseline | change |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for one in measures(report, base):
        yield f"| {told(one.title)} | {one.value} | {one.interval} | {one.of} | {one.before} | {one.change} |"


def _failing(report: Fields) -> Iterator[str]:
    cases = [case for case in report["cases"] if case["status"] != "passed"]
    yield ""
    yield f"## Cases that do not pass: {len(cases)}"
    yield ""
    if cases:
        yield "| case | question | against it | lost at |"
        yield "| --- | --- | --- | --- |"
    for case in cases[:MOST]:
        permit = f"**false permit: {told(case['permit'])}** " if case["permit"] else ""
        step = case["step"]["name"] if case["step"] else case["status"]
        reason = against(case) or case["reason"]
        yield f"| {told(case['id'])} | {told(case['question'])} | {permit}{told(reason)} | {told(step)} |"
    if len(cases) > MOST:
        yield ""
        yield f"… and {len(cases) - MOST} more."
