"""Bytes of a text file as text."""

from __future__ import annotations

from assistant.errors import UnreadableSource

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data: bytes, name: str) -> str:
    """The text, from UTF-8, UTF-16 with a byte order mark, or GB 18030."""
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableSource(
        f"文件 {name} 无法按 UTF-8、UTF-16 或 GB 18030 解码，请另存为 UTF-8 文本后重试。",
        f"{name} cannot be decoded as UTF-8, UTF-16 or GB 18030; save it as UTF-8 text and try again.",
    )
