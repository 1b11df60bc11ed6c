"""The source texts that gold quotes and citations are checked against, read apart from the assistant's index."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from evals.errors import SourceError
from evals.text import occurrences, tight

PLAIN = (".txt", ".md")
EXTRACTED = (".pdf", ".docx")
FURNITURE = 60


@dataclass(frozen=True, slots=True)
class Source:
    """One document: `text` as decoded (line ends untouched), `tight` the same without white space; `breaks` and
    `lines` are the places in `tight` where a page ends and where a line starts."""

    document: str
    text: str
    tight: str
    breaks: tuple[int, ...] = ()
    lines: frozenset[int] = frozenset()


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

    def gold_spans(self, words: str, document: str) -> tuple[tuple[int, int], ...]:
        """The same for gold, which a person read over page breaks and the furniture around them."""
        found = self.spans(words, document)
        return found or (_over_breaks(tight(words), self.by_id[document]) if document in self.by_id else ())


def source(document: str, text: str) -> Source:
    """A source of that text."""
    lengths = [len(tight(line)) for line in text.splitlines()]
    breaks = tuple(len(tight(text[:at])) for at in occurrences(text, "\f"))
    return Source(document, text, tight(text), breaks, frozenset(accumulate(lengths, initial=0)))


def _over_breaks(run: str, held: Source) -> tuple[tuple[int, int], ...]:
    """Spans whose words part at a page break: whole lines between the halves, at most `FURNITURE` characters."""
    spans: list[tuple[int, int]] = []
    for page in held.breaks:
        for cut in range(1, len(run)):
            start = held.tight.rfind(run[:cut], max(0, page - FURNITURE - cut), page)
            rest = held.tight.find(run[cut:], page, page + FURNITURE + len(run) - cut)
            if start >= 0 and start + cut in held.lines and rest in held.lines:
                spans.append((start, rest + len(run) - cut))
    return tuple(spans)


def load_sources(folder: Path) -> Sources:
    """Every text, PDF and Word file of the folder."""
    if not folder.is_dir():
        raise SourceError(f"There is no folder of sources at {folder}.")
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in (*PLAIN, *EXTRACTED))
    if not files:
        raise SourceError(f"The folder {folder} holds no source document.")
    return Sources({path.stem: source(path.stem, _text(path)) for path in files})


def _text(path: Path) -> str:
    return _decoded(path) if path.suffix.lower() in PLAIN else _extracted(path)


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SourceError(f"The source {path.name} is neither UTF-8 nor GB 18030 text.")


def _extracted(path: Path) -> str:
    """The stored text of a PDF or Word file: offsets count in it, so it is the assistant's own."""
    from assistant.reading.library import extract

    return extract(path).text
