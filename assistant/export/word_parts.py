"""The XML inside a Word file that strangers may have made: looked at before anything is unpacked, and never written."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

from assistant.errors import BadFile
from assistant.export.limits import MAX_FILE, too_large
from assistant.export.refusals import broken, declares, locked, macros, no_word, too_much

MAX_UNPACKED, MAX_ENTRIES = 200_000_000, 2_000
MAX_PART, MAX_TAGS = 16_000_000, 1_000_000
"""Bytes of all entries and their number; bytes and tags of one that is read. A form has some 200,000."""
_OLE, _ZIP, _ENTRY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"PK\x01\x02"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
_MAIN = re.compile(r"(?:^|/)officeDocument$")
_OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")
_BROKEN = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, struct.error)


class Parts:
    """The parts of one Word file; BadFile with what to do where it is none or may not be opened."""

    def __init__(self, data: bytes) -> None:
        _outwardly_word(data)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except _BROKEN as error:
            raise broken() from error
        _entries_fit(entries)
        self._names = {entry.filename: entry for entry in entries}
        _is_word(self._names)
        if any("macroEnabled" in (one.get("ContentType") or "") for one in self.xml("[Content_Types].xml")):
            raise macros()
        self.main = self._main()

    def xml(self, name: str) -> Any:
        """The root of a part, None where there is none of that name."""
        return self._parsed(name) if name in self._names else None

    def document(self) -> Any:
        """The root of the main part; BadFile where that is no text document."""
        root = self.xml(self.main)
        if etree.QName(root).localname != "document":
            raise BadFile(
                "这不是 Word 文档（像是表格或演示文稿），请上传 .docx 文件。",
                "This is no Word document but a workbook or slides; upload a .docx.",
            )
        return root

    def beside(self, kind: str) -> Any:
        """The root of the part that the main one names as its styles, theme or settings; None where it names none."""
        folder, _, file = self.main.rpartition("/")
        for kept, target in self._related(f"{folder}/_rels/{file}.rels"):
            if kept.endswith(f"/{kind}"):
                return self.xml(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/"))
        return None

    def _main(self) -> str:
        for kind, target in self._related("_rels/.rels"):
            if _MAIN.search(kind) and (name := target.lstrip("/")) in self._names:
                return name
        raise no_word()

    def _related(self, name: str) -> list[tuple[str, str]]:
        root = self.xml(name)
        return (
            []
            if root is None
            else [(one.get("Type", ""), one.get("Target", "")) for one in root.iter("{*}Relationship")]
        )

    def _parsed(self, name: str) -> Any:
        try:
            with self._archive.open(self._names[name]) as entry:
                data = entry.read(MAX_PART + 1)
        except (*_BROKEN, NotImplementedError) as error:
            raise broken() from error
        if len(data) > MAX_PART or data.count(b"<") > MAX_TAGS:
            raise too_much()
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if b"<!ENTITY" in data:
                raise declares() from error
            raise (too_much() if "depth" in str(error) else broken()) from error
        if root.getroottree().docinfo.doctype:
            raise declares()
        return root


def _outwardly_word(data: bytes) -> None:
    """Refuse what its first bytes tell to be something else."""
    if not data:
        raise BadFile(
            "文件是空的，请重新选择 .docx 文件。", "The file is empty; it is no Word file, choose the .docx again."
        )
    if len(data) > MAX_FILE:
        raise too_large()
    if data.startswith(_OLE):
        raise _of_old_office(data)
    if b"%PDF-" in data[:1024]:
        raise BadFile(
            "这是 PDF 文件，请上传 Word 的 .docx 文件。",
            "This is a PDF and no Word file; upload the .docx it was made from.",
        )
    if data.startswith(b"{\\rtf"):
        raise BadFile(
            "这是 RTF 文件，请另存为 .docx 后再上传。", "This is RTF and no Word file of today; save it as .docx."
        )
    if not data.startswith(_ZIP):
        raise no_word()
    if data.count(_ENTRY) > MAX_ENTRIES:
        raise too_much()


def _of_old_office(data: bytes) -> BadFile:
    def holds(name: str) -> bool:
        return "\0".join(name).encode() in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return locked()
    if holds("WordDocument"):
        return BadFile(
            "这是旧版 Word（.doc）文件，请另存为 .docx 后再上传。",
            "This is a file of old Word (.doc); save it as .docx and try again.",
        )
    return no_word()


def _entries_fit(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise too_much()
    if any(entry.flag_bits & 1 for entry in entries):
        raise locked()
    names = [entry.filename for entry in entries]
    if any(_OUTSIDE.search(name) for name in names) or len(set(names)) < len(names):
        raise BadFile(
            "文件内部的条目名称异常，不是 Word 正常保存的文件，已拒绝打开。",
            "The names inside the file are none that Word gives, so it was not opened.",
        )


def _is_word(names: dict[str, zipfile.ZipInfo]) -> None:
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise macros()
    if "[Content_Types].xml" not in names:
        if any(name.lower().endswith((".docx", ".doc", ".pdf")) for name in names):
            raise BadFile(
                "这是压缩包，请上传其中的 .docx 文件。", "This is an archive; upload the .docx that is in it."
            )
        raise no_word()
