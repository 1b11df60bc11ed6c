"""Files that appear under their name only when complete."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from assistant.errors import InputError

LARGEST = 20 * 2**20
"""Bytes of a file that is read whole."""


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file for bytes; what stood there before survives a failure. InputError where it cannot be written."""
    target = path.resolve()
    special = target.exists() and not target.is_file()
    draft = target if special and not target.is_dir() else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(21, "is a directory")
        file = draft.open("wb")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with file:
            yield file
            file.flush()
            if draft != target:
                os.fsync(file.fileno())
        if draft != target:
            if target.exists():
                shutil.copymode(target, draft)
            draft.replace(target)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if draft != target:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def content(path: Path) -> bytes:
    """The bytes of a file; InputError where it cannot be read or is too large for anything that is asked here."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(
            f"读不了文件“{path}”：{reason(error, 'zh')}。", f'Cannot read "{path}": {reason(error, "en")}.'
        ) from error
    if len(data) > LARGEST:
        raise InputError(
            f"文件“{path}”太大，最多 {LARGEST // 2**20} MB。", f'"{path}" is too large, at most {LARGEST // 2**20} MB.'
        )
    return data


def reason(error: OSError, language: str) -> str:
    """Why a file could not be opened, in words."""
    known = {
        FileNotFoundError: ("文件或文件夹不存在", "there is no such file or folder"),
        IsADirectoryError: ("这是一个文件夹", "it is a folder"),
        NotADirectoryError: ("路径中有一段不是文件夹", "part of the path is not a folder"),
        PermissionError: ("没有权限", "permission denied"),
    }
    numbered = {
        errno.ENOSPC: ("磁盘空间不足", "no space is left on the disk"),
        errno.EROFS: ("磁盘是只读的", "the disk is read-only"),
    }
    if error.errno in numbered:
        zh, en = numbered[error.errno]
        return en if language == "en" else zh
    zh, en = known.get(type(error), (f"系统错误 {error.errno}", (error.strerror or "system error").lower()))
    return en if language == "en" else zh


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(f"写不了文件“{path}”：{reason(error, 'zh')}。", f'Cannot write "{path}": {reason(error, "en")}.')
