"""What is said of a file that is no Word file, or may not be opened: one sentence with what to do."""

from __future__ import annotations

from assistant.errors import BadFile


def too_much() -> BadFile:
    """What is said of a file that is too big to be a form, once unpacked."""
    return BadFile(
        "文件展开后过大或过于复杂，不像是一份申报表，已拒绝打开。",
        "Unpacked, the file is too big or too complex for a form, so it was not opened.",
    )


def macros() -> BadFile:
    """What is said of a file with macros."""
    return BadFile(
        "文件含有宏，请另存为不含宏的 .docx 后再上传。", "The file holds macros; save it as a .docx without macros."
    )


def declares() -> BadFile:
    """What is said of a file with entities of its own."""
    return BadFile(
        "文件里声明了外部实体或文档类型，正常的 Word 文件没有这些，已拒绝打开。",
        "The file declares entities or a document type, which no Word file does, so it was not opened.",
    )


def no_word() -> BadFile:
    """What is said of a file of any other sort."""
    return BadFile("这不是可用的 Word（.docx）文件。", "This is no Word (.docx) file that can be used.")


def broken() -> BadFile:
    """What is said of a file that cannot be unpacked or parsed."""
    return BadFile(
        "文件不完整或已损坏，请用 Word 打开并重新保存后再上传。",
        "The file is incomplete or damaged, no Word file that can be used; open it in Word, save it again and retry.",
    )


def locked() -> BadFile:
    """What is said of a file under a password."""
    return BadFile(
        "文件设有打开密码，请取消密码后再上传。", "The file is protected by a password; take it off and try again."
    )
