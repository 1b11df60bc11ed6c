"""One self-contained HTML page of a report: nothing is loaded from elsewhere, and it reads without its script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evals.compare import TOLERANCE, compare
from evals.compare_told import drop_line
from evals.estimates import wilson
from evals.reports.figures import Figure, measures, shares
from evals.reports.view import cases, groups
from evals.reports.visible import visible
from evals.sources import Sources

HERE = Path(__file__).resolve().parent
TABLES = (
    ("by_kind", "By kind"),
    ("by_lang", "By language"),
    ("by_criterion", "By criterion"),
    ("by_suite", "By suite"),
)


def page(
    report: Mapping[str, Any],
    base: Mapping[str, Any] | None,
    sources: Sources,
    *,
    everything: bool = False,
    tolerance: float = TOLERANCE,
) -> str:
    """The page; with a baseline what changed since is shown first, with `everything` cases that pass are listed too."""
    style, script = ((HERE / name).read_text("utf-8") for name in ("report.css", "report.js"))
    found = compare(base, report, tolerance) if base else None
    rate, old = report["figures"]["pass_rate"], (base or {}).get("figures", {})
    shown = cases(report, base, sources, everything=everything)
    return (
        _environment()
        .get_template("report.html")
        .render(
            report=report,
            base=base,
            figures=report["figures"],
            interval=wilson(rate["hits"], rate["total"]),
            stops=found.stops if found else False,
            drop=drop_line(found) if found else "",
            groups=tuple(groups(found, base, report)) if found and base else (),
            measures=tuple(measures(report, base)),
            tables=tuple((title, _shares(report["figures"][name], old.get(name, {}))) for name, title in TABLES),
            twins=_shares(_twin_rates(report), _twin_rates(base or {})),
            verdicts=("yes", "no", "conditional", "not_specified"),
            cases=shown,
            listed={one.fields["id"] for one in shown},
            kinds=sorted({one.fields["kind"] for one in shown}),
            steps=sorted({one.fields["step"]["name"] for one in shown if one.fields["step"]}),
            everything=everything,
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=Markup(_policy(style, script)),  # noqa: S704 - made of digests
        )
    )


def _shares(now: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[Figure, ...]:
    return tuple(shares(now, before))


def _twin_rates(report: Mapping[str, Any]) -> Mapping[str, Any]:
    twins = report.get("twins") or {}
    named = {"unrelated answers that stay": "unrelated", "cases whose every twin follows": "consistency"}
    return {**twins.get("rates", {}), **{title: twins[name] for title, name in named.items() if name in twins}}


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )


def _policy(style: str, script: str) -> str:
    """What the page may do: its own style and its own script, and nothing else."""
    own = f"style-src {_digest(style)}; script-src {_digest(script)}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
