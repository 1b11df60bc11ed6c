"""Files that appear under their name only when complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from assistant.errors import InputError


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


def reason(error: OSError, language: str) -> str:
    """Why a file could not be opened, in words."""
    known = {
        FileNotFoundError: ("文件或文件夹不存在", "there is no such file or folder"),
        IsADirectoryError: ("这是一个文件夹", "it is a folder"),
        NotADirectoryError: ("路径中有一段不是文件夹", "part of the path is not a folder"),
        PermissionError: ("没有权限", "permission denied"),
    }
    zh, en = known.get(type(error), (f"系统错误 {error.errno}", (error.strerror or "system error").lower()))
    return en if language == "en" else zh


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(f"写不了文件“{path}”：{reason(error, 'zh')}。", f'Cannot write "{path}": {reason(error, "en")}.')
