"""Files and folders of official documents as guidelines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.errors import CorpusError, UnreadableSource
from assistant.guideline.clause import Clause
from assistant.guideline.document import Entry, Guideline, Programme
from assistant.reading.amending import related
from assistant.reading.catalogue import Catalogue, read_catalogue
from assistant.reading.corrections import Reviewed, corrected, labelled, read_corrections
from assistant.reading.extracted import Extracted
from assistant.reading.lines import lines_of
from assistant.reading.mapped import Mapped
from assistant.reading.outline import clauses_of
from assistant.reading.spacing import scattered

SUFFIXES = (".txt", ".pdf", ".docx")


def read_file(
    path: Path,
    entry: Entry | None = None,
    programmes: tuple[Programme, ...] = (),
    reviewed: Reviewed | None = None,
) -> Guideline:
    """One file as a guideline; UnreadableSource where it cannot be read.

    What `entry` leaves empty, and the programmes where none are given, are guessed from the text.
    """
    from assistant.reading.guess import guessed_entry
    from assistant.reading.naming import guessed_programmes

    extracted = extract(path)
    clauses = clauses_in(path.stem, extracted, reviewed or Reviewed())
    if not clauses:
        raise UnreadableSource(f"文件 {path.name} 中没有文字。", f"{path.name} holds no text.")
    full = guessed_entry(entry or Entry(path.name), clauses)
    return Guideline(
        path.stem, full, extracted.text, clauses, programmes or guessed_programmes(path.stem, full, clauses)
    )


def clauses_in(document: str, extracted: Extracted, reviewed: Reviewed) -> tuple[Clause, ...]:
    """The clauses of an extracted text, after the reviewed corrections."""
    mapped = corrected(Mapped.whole(extracted.text), reviewed.corrections, f"{document}.toml")
    wide = not scattered(extracted.text)
    clauses = clauses_of(document, lines_of(mapped, wide, dict(extracted.levels)), wide)
    return labelled(clauses, reviewed.labels, f"{document}.toml")


def extract(path: Path) -> Extracted:
    """The text of a file of any kind that can be read."""
    suffix = path.suffix.lower()
    if suffix in (".pdf", ".docx"):
        from assistant.reading.limited import extract_apart

        return extract_apart(path)
    if suffix != ".txt":
        raise UnreadableSource(
            f"不支持 {path.name} 的格式，请转为 txt、pdf 或 docx。",
            f"{path.name} is of no kind that can be read; save it as txt, pdf or docx.",
        )
    from assistant.reading.decode import decoded

    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(
            f"文件 {path.name} 无法打开。", f"{path.name} cannot be opened: {error.strerror}."
        ) from None
    return Extracted(decoded(data, path.name))


def read_folder(corpus: Path) -> tuple[tuple[Guideline, ...], tuple[UnreadableSource, ...]]:
    """All documents of a corpus in the order of their ids, and what could not be read."""
    sources = corpus / "sources" if (corpus / "sources").is_dir() else corpus
    if not sources.is_dir():
        raise CorpusError(f"找不到文件夹 {corpus}。", f"There is no folder {corpus}.")
    catalogue = read_catalogue(corpus / "catalogue.toml")
    read: list[Guideline] = []
    failed: list[UnreadableSource] = []
    taken: set[str] = set()
    paths = sorted(p for p in sources.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
    present = frozenset(path.stem for path in paths)
    for path in paths:
        try:
            if path.stem in taken:
                raise UnreadableSource(
                    f"{path.name} 与另一份文件同名，已跳过。",
                    f"{path.name} has the same name as another document; rename it.",
                )
            read.append(_one(path, catalogue, corpus))
            taken.add(path.stem)
        except UnreadableSource as error:
            failed.append(error)
    return related(tuple(sorted(read, key=lambda g: g.id)), catalogue, present), tuple(failed)


def look_alikes(corpus: Path) -> tuple[Programme, ...]:
    """The programmes that people ask about and whose documents are not held."""
    return read_catalogue(corpus / "catalogue.toml").others


def _one(path: Path, catalogue: Catalogue, corpus: Path) -> Guideline:
    reviewed = read_corrections(corpus / "corrections" / f"{path.stem}.toml")
    programmes = catalogue.of(path.stem)
    guideline = read_file(path, catalogue.entries.get(path.stem), programmes, reviewed)
    known = {clause.id for clause in guideline.clauses}
    for programme in programmes:
        if programme.annex and programme.annex not in known:
            raise CorpusError(
                f"目录中 {programme.id} 的附件 {programme.annex} 不在 {path.name} 中。",
                f"The catalogue gives {programme.id} the annex {programme.annex}, which {path.name} does not have.",
            )
    return replace(guideline, programmes=programmes or guideline.programmes)
