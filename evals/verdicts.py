"""The verdicts of many cases against gold: a confusion table and F1 by class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, get_args

from evals.cases import Verdict
from evals.metrics import Item

CLASSES: tuple[str, ...] = get_args(Verdict)


def verdict_figures(items: Iterable[Item]) -> dict[str, Any]:
    """Macro F1, F1 by class with its cases, and how often each verdict was given for each gold one.

    Over cases with a gold verdict and a reply; one that is fair counts as the gold one, to abstain as
    "not_specified", no verdict as "none". Macro F1 is the mean of the F1 of the classes that occur in gold (Opitz and
    Burst, "Macro F1 and Macro F1", 2019, the first of the two); None without a case.
    """
    table = Counter(pair for item in items if (pair := _pair(item)))
    support = {name: sum(n for (wanted, _), n in table.items() if wanted == name) for name in CLASSES}
    by_class = {name: {"f1": f1(table, name), "cases": support[name]} for name in CLASSES if support[name]}
    scores = [f1(table, name) for name in by_class]
    return {
        "macro_f1": sum(scores) / len(scores) if scores else None,
        "by_class": by_class,
        "confusion": {name: {got: table[name, got] for got in (*CLASSES, "none") if table[name, got]}
                      for name in by_class},
    }  # fmt: skip


def f1(table: Counter[tuple[str, str]], name: str) -> float:
    """2TP / (2TP + FP + FN) of one class of a table of (gold, got); 0 where it was never given and never wanted."""
    right = table[name, name]
    wrong = sum(n for (wanted, got), n in table.items() if (wanted == name) != (got == name))
    return 2 * right / (2 * right + wrong) if right or wrong else 0.0


def _pair(item: Item) -> tuple[str, str] | None:
    case, reply = item.case, item.reply
    if case.verdict is None or reply is None or reply.error:
        return None
    got = "not_specified" if reply.silent else reply.verdict or "none"
    return case.verdict, case.verdict if got in case.accepted else got
