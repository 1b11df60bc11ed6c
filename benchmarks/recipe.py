"""The plain LangChain recipe as a process of its own, and what it brings by place."""

from __future__ import annotations

import sys
from pathlib import Path

from langchain_core.documents import Document

from benchmarks.coverage import Brought
from evals.baselines.recipe import retriever


def brought(found: list[Document]) -> list[Brought]:
    """What was retrieved, by place."""
    starts = [document.metadata["start_index"] for document in found]
    return [
        Brought(document.metadata["document"], range(start, start + len(document.page_content)))
        for document, start in zip(found, starts, strict=True)
    ]


def main() -> None:
    """`python -m benchmarks.recipe SOURCES KEPT|- [QUESTION]`: index, then one question, its best passage printed."""
    folder, kept, *question = sys.argv[1:]
    held = retriever(Path(folder), None if kept == "-" else Path(kept))
    if question:
        print(held.invoke(question[0])[0].page_content)


if __name__ == "__main__":
    main()
