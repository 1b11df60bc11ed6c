"""The source texts that gold quotes and citations are checked against, read apart from the assistant's index."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.errors import SourceError
from evals.text import occurrences, tight

PLAIN = (".txt", ".md")
EXTRACTED = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Source:
    """One document: `text` as decoded (line ends untouched), `tight` the same without white space."""

    document: str
    text: str
    tight: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All documents of one folder by id, which is the file name without its ending."""

    by_id: Mapping[str, Source]

    def holding(self, words: str, document: str = "") -> tuple[str, ...]:
        """The ids of the documents that hold the words, white space aside; only `document` if it is named."""
        run = tight(words)
        named = [self.by_id[document]] if document in self.by_id else [] if document else self.by_id.values()
        return tuple(source.document for source in named if run and run in source.tight)

    def spans(self, words: str, document: str) -> tuple[tuple[int, int], ...]:
        """Where the words stand in the tight text of the document, every time they do."""
        run = tight(words)
        text = self.by_id[document].tight if document in self.by_id else ""
        return tuple((start, start + len(run)) for start in occurrences(text, run))


def source(document: str, text: str) -> Source:
    """A source of that text."""
    return Source(document, text, tight(text))


def load_sources(folder: Path) -> Sources:
    """Every text, PDF and Word file of the folder."""
    if not folder.is_dir():
        raise SourceError(f"There is no folder of sources at {folder}.")
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in (*PLAIN, *EXTRACTED))
    if not files:
        raise SourceError(f"The folder {folder} holds no source document.")
    extracted = _extracted(folder) if any(path.suffix.lower() in EXTRACTED for path in files) else {}
    return Sources({path.stem: source(path.stem, _text(path, extracted)) for path in files})


def _text(path: Path, extracted: Mapping[str, str]) -> str:
    if path.suffix.lower() in PLAIN:
        return _decoded(path)
    if path.name not in extracted:
        raise SourceError(f"The text of {path.name} cannot be extracted.")
    return extracted[path.name]


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SourceError(f"The source {path.name} is neither UTF-8 nor GB 18030 text.")


def _extracted(folder: Path) -> Mapping[str, str]:
    """The stored text of PDF and Word files by file name: their offsets count in it, so it is the assistant's."""
    from assistant.reading.library import read_folder

    guidelines, _ = read_folder(folder.parent)
    return {Path(guideline.entry.file).name: guideline.source for guideline in guidelines}
