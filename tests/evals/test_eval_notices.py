from __future__ import annotations

from pathlib import Path

from evals import notices


def test_the_two_mixes_hold_what_they_say(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "own.txt").write_text("一", "utf-8")
    (tmp_path / "catalogue.toml").write_text("", "utf-8")
    with notices.corpus_of("alone", tmp_path) as alone, notices.corpus_of("together", tmp_path) as together:
        held = {path.name for path in (alone / "sources").iterdir()}
        both = {path.name for path in (together / "sources").iterdir()}
        assert len(held) == 10
        assert "own.txt" not in held
        assert both == held | {"own.txt"}
        assert (together / "catalogue.toml").exists()
        assert not (alone / "catalogue.toml").exists()
        assert not [name for name in held if name.endswith(".jsonl")]
    assert not alone.exists()
    assert not together.exists()
    assert [path.suffix for path in notices.question_files()] == [".jsonl", ".jsonl"]
