"""Hostile files: one sentence each or a plain report, within 20 s and 1 GB, and nothing is left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.precheck.hostile import FILES, OUTSIDE, Hostile

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEBIBYTES = 20.0, 1024.0
UNFIT = ("Traceback", "Error", "Exception", "0x", tempfile.gettempdir(), "xmlns", "errno")


def opened(file: Hostile, folder: Path) -> dict[str, Any]:
    """What came of opening it, in a process that has no other temporary folder than `folder`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two entries of one name are meant
        path = folder / "upload.docx"
        path.write_bytes(file.make())
    scratch = folder / "tmp"
    scratch.mkdir()
    command = [sys.executable, "-m", "tests.precheck.opening", str(path)]
    environ = {**os.environ, "TMPDIR": str(scratch)}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    assert done.stderr == ""
    assert list(scratch.iterdir()) == []
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("file", FILES, ids=[file.name.replace(" ", "-") for file in FILES])
def test_a_hostile_file(file: Hostile, tmp_path: Path) -> None:
    told = opened(file, tmp_path)
    print(f"{file.name}: {told['outcome']} {told['seconds']:.2f} s {told['children']:.0f} MiB {told['words'][:90]!r}")
    assert told["seconds"] < SECONDS
    assert told["children"] < MEBIBYTES
    assert told["grown"] < 300
    assert file.end in ("either", told["outcome"])
    assert not file.never or file.never not in told["words"]
    if told["outcome"] == "refused":
        zh, en = told["words"].split("\n")
        assert zh.endswith("。")
        assert zh.count("。") == 1
        assert len(zh) < 120
        assert en.endswith(".")
        assert len(en) < 240
        assert not any(word in told["words"] for word in UNFIT)
    else:
        assert len(told["words"]) < 2_000_000


def test_there_are_many_and_no_two_alike() -> None:
    assert len({file.name for file in FILES}) == len(FILES) >= 60


def test_nothing_was_written_out_of_the_folder() -> None:
    assert not Path(OUTSIDE).exists()
