"""A report as a compact table for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from evals.metrics import Share


def lines(report: Mapping[str, Any], *, failures: bool = True) -> Iterator[str]:
    """The lines of the table, then each case that did not pass with what was got."""
    figures = report["figures"]
    digests = " ".join(f"{name} {value[:8]}" for name, value in report["digests"].items())
    yield f"{figures['cases']} cases, as of {report['today']}, {report['seconds']} s; {digests}"
    for title in ("by_suite", "by_kind", "by_lang", "by_criterion"):
        yield ""
        yield from (f"  {name:<24}{_shown(share)}" for name, share in figures[title].items())
    yield ""
    yield from (f"  {one['title']:<58}{_valued(one)}" for one in figures["measures"].values())
    macro = figures["verdicts"]["macro_f1"]
    yield f"  {'verdict macro F1':<58}{'-' if macro is None else f'{macro:.3f}'}"
    yield f"  {'median answer length':<58}{figures['median_answer_length']}"
    yield f"  {'milliseconds an answer, median and 95th percentile':<58}{_times(report['timing'])}"
    yield from _counted("false permits", figures["permits"])
    yield from _counted("broken quotes", figures["faults"])
    yield from _counted("failing cases lost at", figures["steps"])
    if failures:
        yield from _failures(report)
    yield ""
    yield (f"{_shown(figures['pass_rate'])} passed of those scored, {figures['cases']} cases in all; "
           f"{figures['failed']} failed, {figures['unanswered']} without an answer, {figures['unscored']} not scored")  # fmt: skip


def _failures(report: Mapping[str, Any]) -> Iterator[str]:
    for case in report["cases"]:
        if case["status"] == "passed":
            continue
        against = "; ".join(
            f"{name}: {mark['reason']}" for name, mark in case["marks"].items() if mark["result"] != "pass"
        )
        permit = f" !! {case['permit']}" if case["permit"] else ""
        yield ""
        yield f"{case['status']} {case['id']} [{case['kind']}]{permit} {printable(case['question'])}"
        yield f"    {printable(against or case['reason'])}"
        if step := case["step"]:
            yield f"    {step['name']}: {printable(step['why'])}"
        if got := case["got"]:
            verdict = f"{got['verdict']}{', abstained' if got['abstained'] else ''}"
            yield f"    got {verdict}: {printable(got['answer'])[:160]}"


def _counted(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    told = ", ".join(f"{name} {count}" for name, count in counts.items() if count)
    yield f"  {title + ':':<24}{told or 'none'}"


def _valued(figure: Mapping[str, Any]) -> str:
    value, hits, total = figure["value"], figure["hits"], figure["total"]
    return "-" if value is None else f"{value:.3f}   {hits:g} of {total:g}"


def _times(timing: Mapping[str, Any]) -> str:
    p50, p95 = timing["p50_ms"], timing["p95_ms"]
    return "-" if p50 is None or p95 is None else f"{p50:.1f}, {p95:.1f}"


def printable(text: str) -> str:
    """The text on one line, without characters that a terminal would obey."""
    kept = "".join(" " if char.isspace() else char for char in text)
    return "".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cs", "Cf"))


def _shown(share: Mapping[str, int]) -> str:
    return str(Share(share["hits"], share["total"]))
