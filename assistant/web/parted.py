"""Bodies with parts, in which a file comes: taken apart in memory and off the event loop, nothing written to disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from assistant.errors import InputError
from assistant.web.bodies import FILE_LIMIT


@dataclass(frozen=True, slots=True)
class Parted:
    """The parts of a body: texts by name, and the bytes of the file, None where none was chosen."""

    texts: Mapping[str, str]
    file: bytes | None


class _InMemory(MultiPartParser):
    """The parser of forms with files, which writes nothing to disk: bodies are bounded before it sees them."""

    spool_max_size = FILE_LIMIT + 1


async def parted(request: Request) -> Parted:
    """The parts of a request, of which one may be a file named "file"; InputError where they cannot be read."""
    return await run_in_threadpool(_parted, request.headers, await request.body())


def _parted(headers: Headers, body: bytes) -> Parted:
    return asyncio.run(_read(headers, body))


async def _read(headers: Headers, body: bytes) -> Parted:
    async def stream() -> AsyncGenerator[bytes, None]:
        yield body
        yield b""

    try:
        parts = await _InMemory(headers, stream(), max_files=1, max_fields=4).parse()
    except (MultiPartException, KeyError, ValueError):
        raise InputError("上传的内容无法读取，请重新上传文件。", "The upload cannot be read; send it again.") from None
    texts, file = {}, None
    for name, value in parts.multi_items():
        if isinstance(value, UploadFile):
            data = await value.read()
            if name == "file" and (data or value.filename):  # an empty field of a page comes without a name
                file = data
        else:
            texts[name] = value
    await parts.close()
    return Parted(texts, file)
