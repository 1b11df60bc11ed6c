"""The command line over a made-up corpus in which a later notice amends an earlier one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.cli import main
from tests.programmes.test_amending import LAMP, change


def corpus(at: Path, catalogue: str = "") -> list[str]:
    (at / "sources").mkdir()
    for name, lines in (("m", LAMP), ("z", change("联合申报单位数量由不超过5家调整为不超过8家。"))):
        (at / "sources" / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (at / "catalogue.toml").write_text(catalogue, "utf-8")
    return ["--corpus", str(at), "--data", str(at / "data"), "--today", "2025-04-10", "--lang", "zh"]


def test_ask_tells_what_holds_and_what_was_superseded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = corpus(tmp_path)
    for _ in range(2):  # the second time from the index on disk
        assert main([*where, "ask", "联合申报单位最多几家？", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["answer"] == "联合申报单位数量由不超过5家调整为不超过8家。原规定“联合申报单位不超过5家”已被修改。"
        assert [(c["document"], c["quote"]) for c in told["citations"]] == [
            ("z", "联合申报单位数量由不超过5家调整为不超过8家"),
            ("m", "联合申报单位不超过5家"),
        ]
        assert told["by_programme"][0]["citations"] == [1, 2]


@pytest.mark.parametrize("name", ["nowhere", "z"])
def test_a_wrong_catalogue_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    where = corpus(tmp_path, f'[[document]]\nfile = "z.txt"\namends = ["{name}"]\n')
    assert main([*where, "ask", "联合申报单位最多几家？"]) == 3
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert said.startswith("目录 catalogue.toml 无法使用：")
    assert name in said
