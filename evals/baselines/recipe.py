"""The plain LangChain recipe, as tutorials give it: the yardstick, not part of the product. Needs the `bench` extra.

Recursive splitter 500/50, Chroma with offline embeddings, BM25Retriever over jieba words, EnsembleRetriever.
"""

from __future__ import annotations

from pathlib import Path

import jieba
from langchain_chroma import Chroma
from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_text_splitters import RecursiveCharacterTextSplitter

from evals.baselines.hashed import HashedNgrams
from evals.sources import load_sources

WIDTH, OVERLAP, DEPTH = 500, 50, 10
COLLECTION = "recipe"


def chunks(folder: Path) -> list[Document]:
    """The sources cut in pieces that know where they start."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=WIDTH, chunk_overlap=OVERLAP, add_start_index=True)
    held = load_sources(folder).by_id.values()
    pieces: list[Document] = splitter.split_documents(
        [Document(source.text, metadata={"document": source.document}) for source in held]
    )
    return pieces


def retriever(folder: Path, kept: Path | None = None) -> BaseRetriever:
    """The recipe over the texts of the folder; with `kept` the vectors are stored there and used again."""
    jieba.setLogLevel("ERROR")
    pieces = chunks(folder)
    where = None if kept is None else str(kept)
    vectors = Chroma(COLLECTION, HashedNgrams(), persist_directory=where)
    if not vectors.get(limit=1)["ids"]:
        vectors.add_documents(pieces)
    words = BM25Retriever.from_documents(pieces, preprocess_func=jieba.lcut, k=DEPTH)
    dense = vectors.as_retriever(search_kwargs={"k": DEPTH})
    held: BaseRetriever = EnsembleRetriever(retrievers=[words, dense], weights=[0.5, 0.5])
    return held
