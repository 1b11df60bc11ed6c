"""The data folder: complete generations of the derived index, one of them current.

root/CURRENT            the name of the current generation, replaced atomically
root/LOCK               held by the one writer, says who it is
root/gen-<digest>[.n]/  a complete generation with its manifest.json
root/new-<pid>/         one being built; what a crash leaves, the next writer removes
"""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from assistant.errors import DataFolderBusy, IndexUnusable
from assistant.search.lock import writer_lock
from assistant.search.manifest import read_manifest, sync, write_manifest

_PAUSE = 0.03
_DIGEST = re.compile(r"[0-9A-Za-z_-]{1,64}")
_NAME = re.compile(r"gen-([0-9A-Za-z_-]{1,64})(?:\.\d+)?")


class DataFolder:
    """One data folder; making one reads and writes nothing. Any number may read it while one writes."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._lock = ExitStack()
        self._mutex = threading.Lock()
        self._building = threading.Lock()
        self._depth = 0

    def current(self) -> Path | None:
        """The current generation, checked against its manifest; None where there never was one.

        IndexUnusable where it is missing, incomplete or damaged: build it again.
        """
        name = self._current_name()
        while name is not None:
            try:
                read_manifest(self.path / name, _digest_of(name))
            except IndexUnusable:
                newer = self._current_name()
                if newer == name:
                    raise
                name = newer  # it was replaced and removed between the two reads
            else:
                return self.path / name
        return None

    def digest(self) -> str | None:
        """The digest that the current generation was published under, without checking it."""
        name = self._current_name()
        return None if name is None else _digest_of(name)

    @contextmanager
    def writer(self, wait: float = 0.0) -> Iterator[None]:
        """Be the one writer, for as long as the block runs (a server: as long as it serves).

        DataFolderBusy when another process is still the writer after `wait` seconds; blocks of this object nest.
        """
        with self._mutex:
            if not self._depth:
                with self._disk():
                    self.path.mkdir(parents=True, exist_ok=True)
                    self._lock.enter_context(writer_lock(self.path / "LOCK", wait))
            self._depth += 1
        try:
            yield
        finally:
            with self._mutex:
                self._depth -= 1
                if not self._depth:
                    self._lock.close()

    @contextmanager
    def writing(self, digest: str, wait: float = 0.0) -> Iterator[Path]:
        """A new folder to fill; it becomes the current generation when the block ends without an error.

        On an error, or if the process dies, the last generation stays current. ValueError for a digest that
        cannot be part of a file name; DataFolderBusy as in `writer`; IndexUnusable where the disk refuses.
        """
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"not a digest: {digest!r}")
        with self.writer(wait), self._building:
            new = self.path / f"new-{os.getpid()}"
            try:
                with self._disk():
                    self.path.mkdir(parents=True, exist_ok=True)  # someone may have deleted it while we hold it
                    self._sweep()
                    new.mkdir()
                yield new
                with self._disk():
                    self._publish(new, digest)
            finally:
                shutil.rmtree(new, ignore_errors=True)

    def ensure(self, digest: str, build: Callable[[Path], object], wait: float = 5.0) -> Path:
        """The generation of that digest, built by `build(folder)` unless it is current and sound already.

        While another process is the writer, waits up to `wait` seconds for the generation to appear or for the
        writer to finish, then raises DataFolderBusy.
        """
        deadline = time.monotonic() + wait
        while (ready := self._sound(digest)) is None:
            try:
                with self.writer():
                    # Whoever wrote until now may have built just this one.
                    if self._sound(digest) is None:
                        with self.writing(digest) as folder:
                            build(folder)
                    return self.current() or self.path
            except DataFolderBusy:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(_PAUSE)
        return ready

    def _sound(self, digest: str) -> Path | None:
        if self.digest() != digest:
            return None
        try:
            return self.current()
        except IndexUnusable:
            return None

    def _current_name(self) -> str | None:
        try:
            name = (self.path / "CURRENT").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            name = ""
        return name if _NAME.fullmatch(name) else "gen-unknown"

    def _publish(self, new: Path, digest: str) -> None:
        previous = self._current_name()
        write_manifest(new, digest)
        names = (f"gen-{digest}{suffix}" for suffix in ("", *(f".{n}" for n in range(1, 10_000))))
        name = next(name for name in names if not (self.path / name).exists())
        os.rename(new, self.path / name)
        pointer = self.path / "CURRENT.new"
        pointer.write_text(name + "\n", encoding="ascii")
        sync(pointer)
        os.replace(pointer, self.path / "CURRENT")
        sync(self.path)
        self._sweep(name, previous)

    def _sweep(self, *keep: str | None) -> None:
        """Remove what crashed writers left and, once `keep` names the generations to keep, all others."""
        for entry in self.path.iterdir():
            if entry.name.startswith("new-") or (keep and _NAME.fullmatch(entry.name) and entry.name not in keep):
                shutil.rmtree(entry, ignore_errors=True)

    @contextmanager
    def _disk(self) -> Iterator[None]:
        try:
            yield
        except DataFolderBusy:
            raise
        except OSError as error:
            raise IndexUnusable(
                f"数据目录 {self.path} 无法写入（{error.strerror}）。",
                f"The data folder {self.path} cannot be written ({error.strerror}).",
            ) from error


def _digest_of(name: str) -> str:
    match = _NAME.fullmatch(name)
    return match.group(1) if match else ""
