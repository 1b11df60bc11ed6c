"""The clauses that a tool's page shows, by the numbers that its cells and criteria name them by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.exchange import printable
from assistant.guideline.document import Guideline
from assistant.web.views import Card, source_address


def cards(citations: Iterable[Mapping[str, Any]], documents: Iterable[Guideline]) -> dict[int, Card]:
    """A card for each citation in the fields of the contract; without the name of a programme, which stands above."""
    held = {guideline.id: guideline for guideline in documents}
    return {cited["n"]: _card(cited, held[cited["document"]]) for cited in citations}


def _card(cited: Mapping[str, Any], guideline: Guideline) -> Card:
    start = max(guideline.clause(cited["clause"]).text.find(cited["quote"]), 0)
    return Card(
        cited["n"],
        "",
        cited["place"],
        cited["page"],
        printable(" ".join(cited["quote"].split())),
        cited["title"],
        source_address(guideline.id, cited["clause"], start, start + len(cited["quote"])),
    )
