"""The count in the browser's script says what the engine's says, in node where there is one."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import chain
from pathlib import Path

import pytest

from assistant.drafting.count import words
from tests.drafting.count_table import FILE, module, same_unicode
from tests.drafting.counted import of_every_class, of_sources, sampled

RUN = """
import { readFileSync } from "node:fs";
import { words } from "./count.js";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(words)));
"""


def test_the_table_is_that_of_the_engine() -> None:
    assert same_unicode() is (FILE.read_text(encoding="utf-8") == module())


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_script_counts_as_the_engine(tmp_path: Path) -> None:
    for name in ("count.js", "count_table.js"):
        shutil.copy(FILE.with_name(name), tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (tmp_path / "run.js").write_text(RUN, encoding="utf-8")
    texts = list(chain(sampled(20_000), of_every_class(), of_sources())) if same_unicode() else list(of_sources())
    asked = json.dumps(texts)
    done = subprocess.run(["node", "run.js"], cwd=tmp_path, input=asked, capture_output=True, text=True, check=True)
    counted = json.loads(done.stdout)
    assert len(counted) == len(texts) > 700
    wrong = [(text, words(text), told) for text, told in zip(texts, counted, strict=True) if words(text) != told]
    assert not wrong, (len(wrong), wrong[:5])
