"""Generations: publishing, one writer, crashes, damage."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from assistant.errors import DataFolderBusy, IndexUnusable
from assistant.search.generation import DataFolder

HOLD = """
import sys, time
from pathlib import Path
from assistant.search.generation import DataFolder
with DataFolder(Path(sys.argv[1])).writing(sys.argv[2]) as new:
    (new / "part").write_text("half")
    print("writing", flush=True)
    time.sleep(float(sys.argv[3]))
    (new / "part").write_text("whole")
"""


def _publish(folder: DataFolder, digest: str, text: str = "x") -> None:
    with folder.writing(digest) as new:
        (new / "sub").mkdir()
        (new / "sub" / "part").write_text(text)


def _other(path: Path, digest: str, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(path), digest, str(seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def _finish(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=10)


def _generations(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.iterdir() if entry.is_dir())


def test_a_fresh_folder_has_no_generation_and_is_not_made(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    assert folder.current() is None
    assert folder.digest() is None
    assert not (tmp_path / "data").exists()


def test_publishing_keeps_the_previous_generation_only(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    for digest in ("one", "two", "three"):
        _publish(folder, digest)
    assert folder.current() == tmp_path / "gen-three"
    assert folder.digest() == "three"
    assert _generations(tmp_path) == ["gen-three", "gen-two"]


def test_the_same_digest_again_takes_a_new_name(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    _publish(folder, "one", "old")
    _publish(folder, "one", "new")
    assert folder.current() == tmp_path / "gen-one.1"
    assert (tmp_path / "gen-one" / "sub" / "part").read_text() == "old"
    assert folder.digest() == "one"


def test_an_error_while_building_publishes_nothing(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    _publish(folder, "one")

    def fail(new: Path) -> None:
        (new / "part").write_text("half")
        raise RuntimeError("broken off")

    with pytest.raises(RuntimeError, match="broken off"):
        folder.ensure("two", fail)
    assert folder.current() == tmp_path / "gen-one"
    assert _generations(tmp_path) == ["gen-one"]
    _publish(folder, "three")


def test_a_killed_build_leaves_the_last_generation_and_frees_the_lock(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    _publish(folder, "one")
    process = _other(tmp_path, "two", 30)
    os.kill(process.pid, signal.SIGKILL)
    _finish(process)
    assert folder.current() == tmp_path / "gen-one"
    assert any(name.startswith("new-") for name in _generations(tmp_path))
    _publish(folder, "three")
    assert _generations(tmp_path) == ["gen-one", "gen-three"]


def test_a_second_writer_is_refused_at_once_and_told_who_writes(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    _publish(folder, "one")
    process = _other(tmp_path, "two", 30)
    started = time.monotonic()
    with pytest.raises(DataFolderBusy) as refused, folder.writing("three"):
        pass
    assert time.monotonic() - started < 1
    assert f"process {process.pid} (" in refused.value.en
    assert "since 20" in refused.value.en
    assert str(process.pid) in refused.value.zh
    assert folder.current() == tmp_path / "gen-one"  # readers go on
    process.kill()
    _finish(process)


def test_ensure_waits_for_the_other_builder_and_uses_its_result(tmp_path: Path) -> None:
    process = _other(tmp_path, "one", 0.3)
    found = DataFolder(tmp_path).ensure("one", lambda new: pytest.fail("built twice"), wait=8)
    assert (found / "part").read_text() == "whole"
    _finish(process)


def test_ensure_gives_up_after_its_wait(tmp_path: Path) -> None:
    process = _other(tmp_path, "one", 30)
    with pytest.raises(DataFolderBusy):
        DataFolder(tmp_path).ensure("one", lambda new: None, wait=0.1)
    process.kill()
    _finish(process)


def test_ensure_builds_once_and_again_when_stale_or_damaged(tmp_path: Path) -> None:
    folder, built = DataFolder(tmp_path), []

    def build(new: Path) -> None:
        built.append(new)
        (new / "part").write_text("whole")

    assert folder.ensure("one", build) == folder.ensure("one", build) == tmp_path / "gen-one"
    assert len(built) == 1
    assert folder.ensure("two", build) == tmp_path / "gen-two"
    (tmp_path / "gen-two" / "part").write_text("wholy")
    assert folder.ensure("two", build) == tmp_path / "gen-two.1"
    assert len(built) == 3


@pytest.mark.parametrize("damage", ["changed", "shorter", "removed", "manifest", "no manifest", "no folder", "pointer"])
def test_damage_is_found_and_repaired_by_building(tmp_path: Path, damage: str) -> None:
    folder = DataFolder(tmp_path)
    _publish(folder, "one", "text")
    generation = tmp_path / "gen-one"
    part, manifest = generation / "sub" / "part", generation / "manifest.json"
    if damage == "changed":
        part.write_text("tent")
    elif damage == "shorter":
        part.write_text("te")
    elif damage == "removed":
        part.unlink()
    elif damage == "manifest":
        manifest.write_text("[]")
    elif damage == "no manifest":
        manifest.unlink()
    elif damage == "no folder":
        generation.rename(tmp_path / "elsewhere")
    else:
        (tmp_path / "CURRENT").write_bytes(b"\xff/../etc")
    with pytest.raises(IndexUnusable):
        folder.current()
    _publish(folder, "one", "text")
    assert folder.current() is not None


def test_files_of_the_vector_store_may_change_but_not_vanish(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with folder.writing("one") as new:
        (new / "vectors").mkdir()
        (new / "vectors" / "chroma.sqlite3").write_text("a")
    store = tmp_path / "gen-one" / "vectors" / "chroma.sqlite3"
    store.write_text("ab")
    assert folder.current() is not None
    store.unlink()
    with pytest.raises(IndexUnusable):
        folder.current()


def test_a_server_may_hold_the_folder_and_build_within(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with folder.writer():
        _publish(folder, "one")
        with pytest.raises(DataFolderBusy), DataFolder(tmp_path).writer():
            pass
        assert DataFolder(tmp_path).current() == tmp_path / "gen-one"
    with DataFolder(tmp_path).writer():
        pass


def test_threads_of_one_folder_build_in_turn(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    threads = [threading.Thread(target=_publish, args=(folder, f"d{n}")) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert folder.current() is not None
    assert len(_generations(tmp_path)) == 2


@pytest.mark.parametrize("digest", ["", "../x", "a/b", "a.b", "x" * 65])
def test_a_digest_is_part_of_a_file_name(tmp_path: Path, digest: str) -> None:
    with pytest.raises(ValueError, match="digest"), DataFolder(tmp_path).writing(digest):
        pass


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexUnusable, match="cannot be written"), DataFolder(tmp_path / "file" / "data").writing("one"):
        pass
