"""A generation's manifest: every file with its size and digest, written last, so that it proves completeness."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from assistant.errors import IndexUnusable

MANIFEST = "manifest.json"
VECTORS = "vectors"
"""The folder of a generation whose files the vector store may touch while reading: present, but not compared."""

_FORMAT = 1
_CHECKED_BYTES = 64_000_000


def write_manifest(folder: Path, digest: str) -> None:
    """Write every file of the folder to the disk, then the manifest. OSError where the disk refuses."""
    files: dict[str, dict[str, Any]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        sync(path)
        content = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        files[name] = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    manifest = {"format": _FORMAT, "digest": digest, "count": len(files), "files": files}
    (folder / MANIFEST).write_text(json.dumps(manifest, sort_keys=True), encoding="ascii")
    sync(folder / MANIFEST)
    for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        sync(path)


def read_manifest(folder: Path, digest: str) -> None:
    """Check the folder against its manifest; IndexUnusable where anything is missing or differs.

    Sizes are always compared, contents as long as the generation has at most 64 MB.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="ascii"))
        files: dict[str, dict[str, Any]] = manifest["files"]
        if (manifest["format"], manifest["digest"], manifest["count"]) != (_FORMAT, digest, len(files)):
            raise ValueError("the manifest contradicts itself")
        small = sum(int(entry["size"]) for entry in files.values()) <= _CHECKED_BYTES
        for name, entry in files.items():
            _compare(folder / name, entry, volatile=name.split("/")[0] == VECTORS, contents=small)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexUnusable(
            f"索引 {folder.name} 不完整或已损坏，请重建索引。",
            f"The index generation {folder.name} is incomplete or damaged ({error}); rebuild it with 'index'.",
        ) from error


def sync(path: Path) -> None:
    """Wait until the file or folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _compare(path: Path, entry: dict[str, Any], volatile: bool, contents: bool) -> None:
    size = path.stat().st_size
    if volatile:
        return
    if size != entry["size"]:
        raise ValueError(f"{path.name} has {size} bytes, not {entry['size']}")
    if contents and hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
        raise ValueError(f"{path.name} has changed")
