"""What deciding or extracting found for one programme, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.answering.answer import Outcome, Verdict
from assistant.guideline.quote import Quote
from assistant.guideline.values import Quantity, Unit


@dataclass(frozen=True, slots=True)
class Hinge:
    """What a conditional verdict turns on: the unit asked about against the units ruled in a way that leaves both
    open, or the figure given against a bound that it may or may not meet."""

    unit: Unit | None = None
    rules: tuple[Unit, ...] = ()
    given: Quantity | None = None
    bound: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """`said` is the thing itself in the document's own words or a short line made of them; `reason` names
    the wording under which it is explained (a key of prompts/answers.*.toml, "" for none) with `values`
    to fill it; `quotes` prove it, the first one most. `coverage` is the share of the question explained;
    `hinge` is what a conditional verdict turns on, where that is known; `former` are the words that stood in the
    place of those quoted until a later document changed them; `of_before` says that these are what is asked."""

    programme: str
    outcome: Outcome
    verdict: Verdict | None
    said: str
    quotes: tuple[Quote, ...]
    reason: str = ""
    values: tuple[tuple[str, str], ...] = ()
    score: float = 0.0
    coverage: float = 0.0
    rejected: tuple[str, ...] = ()
    hinge: Hinge | None = None
    former: Quote | None = None
    of_before: bool = False

    @property
    def silent(self) -> bool:
        """Whether the documents do not say."""
        return self.outcome in ("not_specified", "out_of_scope")

    def undecided(self) -> Finding:
        """That no clause settles it, with the one that speaks of it most."""
        first = self.quotes[0]
        return replace(
            self, outcome="not_specified", verdict="not_specified", said=first.text, quotes=(first,),
            reason="undecided", values=(), hinge=None,
        )  # fmt: skip
