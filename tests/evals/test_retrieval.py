"""The retrieval measurement end to end on a small set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.search.protocols import Hit, Keep
from evals.retrieval import main, measure


class Fixed:
    """Finds a, b, c whatever is asked."""

    def search(self, query: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        return (Hit("a", 3.0), Hit("b", 2.0), Hit("c", 1.0))[:k]


def test_means_over_queries() -> None:
    figures = measure(Fixed(), [("q", frozenset("a")), ("r", frozenset("bx"))])
    assert figures["recall@1"] == 0.5
    assert figures["recall@10"] == 0.75
    assert figures["mrr@10"] == 0.75
    assert figures["queries"] == 2
    with pytest.raises(ValueError, match="no query"):
        measure(Fixed(), [])


def _write(path: Path, *rows: dict[str, object]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passages = _write(tmp_path / "p", {"id": "1", "text": "高校申报"}, {"id": "2", "text": "公示", "name": "期限"})
    queries = _write(tmp_path / "q", {"id": "q", "query": "期限", "relevant": ["2"]})
    assert main(["--passages", passages, "--queries", queries, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ndcg@10"] == 0
    assert main(["--passages", passages, "--queries", queries, "--names", "-k", "1"]) == 0
    assert "ndcg@1 1.0000" in capsys.readouterr().out


def test_wrong_input_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passages = _write(tmp_path / "p", {"id": "1"})
    assert main(["--passages", passages, "--queries", str(tmp_path / "none")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
