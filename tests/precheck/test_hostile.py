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


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of opening each, in processes that have no other temporary folder than one that is listed afterwards."""
    folder = tmp_path_factory.mktemp("hostile")
    scratch = folder / "tmp"
    scratch.mkdir()
    paths = [folder / f"{number}.docx" for number in range(len(FILES))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two entries of one name are meant
        for path, file in zip(paths, FILES, strict=True):
            path.write_bytes(file.make())
    command = [sys.executable, "-m", "tests.precheck.opening", *map(str, paths)]
    environ = {**os.environ, "TMPDIR": str(scratch)}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=900, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(scratch.iterdir()) == []
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {file.name: one for file, one in zip(FILES, told, strict=True)}


@pytest.mark.parametrize("file", FILES, ids=[file.name.replace(" ", "-") for file in FILES])
def test_a_hostile_file(file: Hostile, opened: dict[str, dict[str, Any]]) -> None:
    told = opened[file.name]
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
