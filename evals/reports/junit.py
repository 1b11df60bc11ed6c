"""A report as JUnit XML, for servers that show test results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from evals.compare import against
from evals.reports.visible import visible

Fields = Mapping[str, Any]


def junit(report: Fields) -> str:
    """One test suite a case file and one test case a case: a failed one is a failure, one without an answer or without
    a score an error (names and nesting as in Jenkins' junit-10.xsd)."""
    root = Element("testsuites", {"name": "evals", **_counts(report["cases"])})
    for suite in sorted({case["suite"] for case in report["cases"]}):
        own = [case for case in report["cases"] if case["suite"] == suite]
        held = SubElement(root, "testsuite", {"name": visible(suite), **_counts(own)})
        for case in own:
            _add(held, case)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode") + "\n"


def _add(held: Element, case: Fields) -> None:
    names = {"classname": f"{case['suite']}.{case['kind']}", "name": f"{case['id']} {case['question']}"}
    one = SubElement(held, "testcase", {key: visible(text) for key, text in names.items()})
    if case["status"] == "passed":
        return
    reason = against(case) or case["reason"] or "; ".join(mark["reason"] for mark in case["marks"].values())
    what = "failure" if case["status"] == "failed" else "error"
    told = SubElement(one, what, type=case["status"], message=visible(reason))
    told.text = visible("\n".join(_lines(case)))


def _lines(case: Fields) -> Iterator[str]:
    got = case["got"] or {}
    if case["permit"]:
        yield f"FALSE PERMIT: {case['permit']}"
    if case["step"]:
        yield f"{case['step']['name']}: {case['step']['why']}"
    yield f"question: {case['question']}"
    yield f"wanted: {case['wanted']['verdict'] or 'no verdict'}"
    yield f"got: {got.get('verdict') or 'no verdict'}: {got.get('answer') or got.get('error') or case['reason']}"
    yield from (f"cited: {one['document']}: {one['source_quote'] or one['quote']}" for one in got.get("citations", ()))


def _counts(cases: list[Fields]) -> dict[str, str]:
    states = [case["status"] for case in cases]
    return {
        "tests": str(len(states)),
        "failures": str(states.count("failed")),
        "errors": str(states.count("unanswered") + states.count("unscored")),
    }
