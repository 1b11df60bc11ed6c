"""Search as a LangChain retriever, for chains and agents outside this project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from assistant.guideline.clause import Clause


class FoundClause(Protocol):
    """A clause found, with the ids of the programmes it speaks of (none: all of its document)."""

    @property
    def clause(self) -> Clause:
        """The clause."""

    @property
    def programmes(self) -> Sequence[str]:
        """Programme ids."""

    @property
    def score(self) -> float:
        """Higher is better; compares within one query only."""


@runtime_checkable
class ClauseSearch(Protocol):
    """What the retriever asks of search."""

    def search(self, query: str, k: int) -> Sequence[FoundClause]:
        """The best k clauses, best first."""


class ClauseRetriever(BaseRetriever):
    """Clauses as LangChain documents, best first.

    `page_content` is the clause's repaired text, `id` is "document#clause". Metadata: document, clause, place (the
    heading path), context, page, programmes (a list), score, source_start and source_end (code-point offsets of the
    clause in the decoded source; None for an empty clause). Errors of the search are passed on as they are.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True, extra="forbid")

    source: ClauseSearch
    k: int = Field(default=5, ge=1)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [_document(found) for found in self.source.search(query, self.k)]


def _document(found: FoundClause) -> Document:
    clause = found.clause
    start, end = clause.offsets.span(0, len(clause.text)) if clause.text else (None, None)
    return Document(
        id=f"{clause.document}#{clause.id}",
        page_content=clause.text,
        metadata={
            "document": clause.document,
            "clause": clause.id,
            "place": clause.place,
            "context": clause.context,
            "page": clause.page,
            "programmes": list(found.programmes),
            "score": found.score,
            "source_start": start,
            "source_end": end,
        },
    )
