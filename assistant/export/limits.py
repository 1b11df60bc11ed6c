"""How large a file of a stranger may be, known before anything looks into it."""

from __future__ import annotations

from assistant.errors import TooLong

MAX_FILE = 10_000_000
"""Bytes; a form has some 50,000."""


def too_large() -> TooLong:
    """What is said of a file that is larger."""
    return TooLong(
        f"文件超过 {MAX_FILE // 1_000_000} MB，请删去或压缩图片后再上传。",
        f"The file is larger than {MAX_FILE // 1_000_000} MB; take out or shrink its pictures.",
    )
