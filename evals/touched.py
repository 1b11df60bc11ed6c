"""Which cases rest on clauses whose words changed since their gold was last looked at.

`evals/clauses.json` holds, for each case, the digests of the clauses that its gold quotes stand in; `accept` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.cases import Case
from evals.errors import EvalError
from evals.held import Held

Digests = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Touched:
    """A case to look at again, and which of its clauses came, went or read otherwise."""

    case: str
    what: str


def digests(cases: Iterable[Case], held: Held) -> dict[str, dict[str, str]]:
    """The clauses that each case's gold stands in, with the digests of their words; cases without gold have none."""
    return {
        case.id: {place: held.digest(place) for gold in case.gold for place in held.holding(gold)}
        for case in cases
        if case.gold
    }


def touched(recorded: Digests, now: Digests) -> Iterator[Touched]:
    """The cases that stand on both sides and whose clauses are not those recorded."""
    for case, places in now.items():
        before = recorded.get(case)
        if before is None or before == places:
            continue
        changed = [f"{p} reads otherwise" for p in places if p in before and before[p] != places[p]]
        changed += [f"{p} is gone" for p in before if p not in places]
        changed += [f"{p} is new" for p in places if p not in before]
        yield Touched(case, ", ".join(changed))


def unrecorded(recorded: Digests, now: Digests) -> tuple[str, ...]:
    """The cases whose clauses were never recorded."""
    return tuple(case for case in now if case not in recorded)


def load(path: Path) -> Digests:
    """What `written` wrote; EvalError otherwise."""
    try:
        held = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        raise EvalError(f"{path} is not valid JSON.") from None
    if not isinstance(held, dict) or not all(isinstance(places, dict) for places in held.values()):
        raise EvalError(f"{path} does not hold the clauses of cases.")
    return held


def written(now: Digests) -> str:
    """The text of the file: one line a case, in order of ids, so that its diff names the cases."""
    rows = (f" {json.dumps(case)}: {json.dumps(now[case], ensure_ascii=False)}" for case in sorted(now))
    return "{\n" + ",\n".join(rows) + "\n}\n"
