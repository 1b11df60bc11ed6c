"""A report as a compact table for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from evals.metrics import Share

LABELS = {
    "false_permits": "false permits (yes for no, yes for not specified)",
    "hedged_noes": "conditional for a flat no",
    "over_abstention": "over-abstention, of answerable cases",
    "conditional_for_yes_or_no": "conditional, where gold is yes or no",
    "citations_touching_gold": "citations that touch gold",
    "value_in_first_40": "value in the first 40 characters (number, date, contact)",
}


def lines(report: Mapping[str, Any], *, failures: bool = True) -> Iterator[str]:
    """The lines of the table, then each case that did not pass with what was got."""
    figures = report["figures"]
    digests = " ".join(f"{name} {value[:8]}" for name, value in report["digests"].items())
    yield f"{figures['cases']} cases, as of {report['today']}, {report['seconds']} s; {digests}"
    for title in ("by_suite", "by_kind", "by_lang", "by_criterion"):
        yield ""
        yield from (f"  {name:<24}{_shown(share)}" for name, share in figures[title].items())
    yield ""
    yield from (f"  {label:<58}{_shown(figures[name])}" for name, label in LABELS.items())
    yield f"  {'median answer length':<58}{figures['median_answer_length']}"
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
        if got := case["got"]:
            verdict = f"{got['verdict']}{', abstained' if got['abstained'] else ''}"
            yield f"    got {verdict}: {printable(got['answer'])[:160]}"


def printable(text: str) -> str:
    """The text on one line, without characters that a terminal would obey."""
    kept = "".join(" " if char.isspace() else char for char in text)
    return "".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cs", "Cf"))


def _shown(share: Mapping[str, int]) -> str:
    return str(Share(share["hits"], share["total"]))
