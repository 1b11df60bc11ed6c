"""The twins of a run as plain values: what each asked for, what was said, and the rates over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass

from evals.metrics import Share
from evals.swaps import SWAPS
from evals.table import printable
from evals.twins import MAKERS

KINDS = (*MAKERS, *SWAPS)


@dataclass(frozen=True, slots=True)
class Row:
    """One twin as a line of the report; `moved` are the unrelated cases whose answers it moved, of `watched`.
    `crashed` is the error of a twin that could not be made or scored: such a one is neither right nor wrong."""

    kind: str
    case: str
    question: str
    change: str = ""
    wanted: str = ""
    verdict: str | None = None
    answer: str = ""
    follows: bool = False
    false_permit: bool = False
    why: str = ""
    watched: int = 0
    moved: tuple[str, ...] = ()
    crashed: str = ""

    @property
    def id(self) -> str:
        """What names the twin from run to run."""
        return f"{self.kind} {self.case} {self.change}"


@dataclass(frozen=True, slots=True)
class Report:
    """The twins of the `answered` of the `cases` that are answered rightly; `of` is how many cases they were chosen
    from, all where nothing was left out."""

    cases: int
    answered: int
    rows: tuple[Row, ...]
    of: int
    seconds: float = 0.0

    def rate(self, *kinds: str) -> Share:
        """The twins of those kinds that follow."""
        own = [row.follows for row in self._scored() if row.kind in kinds]
        return Share(sum(own), len(own))

    def edit_follow(self) -> Share:
        """Edited documents after which answer and quote follow: contrast sets made by editing the evidence (Gardner
        et al., EMNLP Findings 2020)."""
        return self.rate(*MAKERS)

    def twin_accuracy(self) -> Share:
        """Changed questions that get the answer the change asks for: directional expectation tests (Ribeiro et al.,
        ACL 2020)."""
        return self.rate(*SWAPS)

    def consistency(self) -> Share:
        """Cases of which every twin follows, of those with a twin (contrast consistency: Gardner et al. 2020)."""
        by_case: dict[str, bool] = {}
        for row in self._scored():
            by_case[row.case] = by_case.get(row.case, True) and row.follows
        return Share(sum(by_case.values()), len(by_case))

    def steady(self) -> Share:
        """The unrelated answers that stayed, of those asked again in edited worlds (invariance tests: Ribeiro et al.,
        ACL 2020)."""
        asked = sum(row.watched for row in self.rows)
        return Share(asked - sum(len(row.moved) for row in self.rows), asked)

    @property
    def permits(self) -> tuple[Row, ...]:
        """The twins whose answer permits more than what was changed does."""
        return tuple(row for row in self.rows if row.false_permit)

    @property
    def missed(self) -> tuple[Row, ...]:
        """The twins whose answer does not follow."""
        return tuple(row for row in self._scored() if not row.follows)

    @property
    def crashed(self) -> tuple[Row, ...]:
        """The twins that could not be made or scored."""
        return tuple(row for row in self.rows if row.crashed)

    def fields(self) -> dict[str, object]:
        """The report as plain JSON values."""
        shares: dict[str, Callable[[], Share]] = {
            "edit_follow": self.edit_follow, "twin_accuracy": self.twin_accuracy, "consistency": self.consistency,
            "unrelated": self.steady,
        }  # fmt: skip
        return {
            "cases": self.cases,
            "answered": self.answered,
            "of": self.of,
            "seconds": self.seconds,
            "rates": {kind: _share(self.rate(kind)) for kind in KINDS},
            **{name: _share(share()) for name, share in shares.items()},
            "false_permits": len(self.permits),
            "crashed": len(self.crashed),
            "twins": [{"id": row.id, **asdict(row), "moved": list(row.moved)} for row in self.rows],
        }

    def _scored(self) -> Iterator[Row]:
        return (row for row in self.rows if not row.crashed)


def lines(report: Report, *, misses: bool = True) -> Iterator[str]:
    """The false permits, the other misses unless they are not wanted, then the rates."""
    rows = sorted(report.rows, key=lambda row: (not row.false_permit, KINDS.index(row.kind)))
    for row in rows if misses else report.permits:
        if not row.follows:
            title = "crashed" if row.crashed else "false permit" if row.false_permit else "miss"
            yield f"{title} {row.kind} {row.case}: {printable(row.question)}"
            yield f"    {printable(row.change)}; wanted {row.wanted}, got {row.verdict}: {printable(row.answer)[:100]}"
            yield f"    {printable(row.crashed or row.why)}"
    yield from _moved(report.rows if misses else ())
    yield ""
    chosen = "" if report.of == report.cases else f" (chosen by digest from {report.of})"
    yield f"{report.answered} of {report.cases} cases{chosen} are answered rightly with a quote; of their twins follow:"
    yield from (f"  {kind:<12}{report.rate(kind)}" for kind in KINDS)
    yield f"  {'unrelated':<12}{report.steady()} answers stay in the edited worlds"
    yield f"  edited documents {report.edit_follow()}, changed questions {report.twin_accuracy()}, " \
          f"cases with every twin right {report.consistency()}"  # fmt: skip
    yield f"{len(report.permits)} false permits, {len(report.crashed)} not scored, {report.seconds:.0f} s"


def _moved(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        if row.moved:
            yield f"moved by {row.kind} {row.case} ({printable(row.change)}): {', '.join(row.moved)}"


def _share(share: Share) -> dict[str, int]:
    return {"hits": share.hits, "total": share.total}
