"""Lexical search: exact scores, ties, strange queries, filters."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.errors import IndexUnusable
from assistant.search.lexical import LexicalIndex
from assistant.search.protocols import Hit, Passage

CLAUSES = (
    Passage("a", "申报单位应为普通本科高校"),
    Passage("b", "企业成立时间不少于3年"),
    Passage("c", "联系人：张老师 OpenAI AND OR NOT"),
    Passage("d", "公示期为5个工作日"),
)
STRANGE = [
    "",
    " ",
    "😀🎓",
    "？！（）",
    "\ud800",
    "\x00",
    '"',
    "AND",
    "OR",
    "NOT 高校",
    "words:高校",
    "高校^5 ~2 [a TO b]",
    "(((",
    "\\",
]


def _ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.id for hit in hits]


def test_finds_the_clause_by_chinese_latin_and_digits() -> None:
    index = LexicalIndex.in_memory(CLAUSES)
    assert _ids(index.search("高校可以申报吗", 1)) == ["a"]
    assert _ids(index.search("openai", 3)) == ["c"]
    assert _ids(index.search("３年", 1)) == ["b"]


def test_score_is_the_weighted_sum_of_three_bm25_scores() -> None:
    index = LexicalIndex.in_memory([Passage("x", "alpha"), Passage("y", "beta")])
    # One passage of two, each one term long: idf = ln(1 + 1.5 / 1.5), tf part = 2.2 / (1 + 1.2), rarity boost 1.
    assert index.search("alpha", 5) == (Hit("x", round((1 + 0.8 + 0.8) * math.log(2), 6)),)


def test_common_terms_are_damped_twice() -> None:
    index = LexicalIndex.in_memory([Passage("x", "alpha gamma"), Passage("y", "beta gamma")])
    common, rarest = math.log(1 + 0.5 / 2.5), math.log(2)
    scores = [hit.score for hit in index.search("gamma", 5)]
    assert scores == pytest.approx([2.6 * common * math.sqrt(common / rarest)] * 2, abs=2e-6)


def test_ties_break_by_id_even_beyond_the_limit() -> None:
    passages = [Passage(f"p{n:03}", "同样的条款文字") for n in (*range(200, 300), *range(100, 200))]
    index = LexicalIndex.in_memory(passages)
    assert _ids(index.search("条款", 3)) == ["p100", "p101", "p102"]
    assert _ids(index.search("条款", 3, keep=lambda key: key >= "p250")) == ["p250", "p251", "p252"]
    assert len(index.search("条款", 1000)) == 200


def test_keep_takes_a_set_a_predicate_or_nothing() -> None:
    index = LexicalIndex.in_memory(CLAUSES)
    assert _ids(index.search("申报 企业 公示", 9, keep={"b"})) == ["b"]
    assert _ids(index.search("申报 企业 公示", 9, keep=lambda key: key != "b")) == ["d", "a"]
    assert index.search("申报", 9, keep=set()) == ()


@pytest.mark.parametrize("query", STRANGE)
def test_no_query_is_syntax_or_an_error(query: str) -> None:
    plain = LexicalIndex.in_memory(CLAUSES).search(query, 2)
    assert all(math.isfinite(hit.score) for hit in plain)


def test_operators_are_words() -> None:
    index = LexicalIndex.in_memory(CLAUSES)
    assert _ids(index.search("NOT 高校", 2)) == ["a", "c"]
    assert _ids(index.search('"AND"', 2)) == ["c"]


def test_a_query_of_ten_thousand_characters() -> None:
    index = LexicalIndex.in_memory(CLAUSES)
    assert _ids(index.search("公示期为几个工作日" * 1112, 1)) == ["d"]
    assert index.search("x" * 10_000, 1) == ()


def test_k_and_the_empty_index() -> None:
    assert LexicalIndex.in_memory([]).search("高校", 3) == ()
    assert LexicalIndex.in_memory(CLAUSES).search("高校", 0) == ()
    assert _ids(LexicalIndex.in_memory(CLAUSES).search("高校", 10**6)) == ["a"]


def test_equal_ids_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        LexicalIndex.in_memory([CLAUSES[0], CLAUSES[0]])


def test_order_of_input_changes_nothing(tmp_path: Path) -> None:
    built = LexicalIndex.build(tmp_path / "x", reversed(CLAUSES))
    opened = LexicalIndex.open(tmp_path / "x")
    memory = LexicalIndex.in_memory(CLAUSES)
    for query in ("高校申报", "企业3年", "工作日 OpenAI"):
        assert built.search(query, 9) == opened.search(query, 9) == memory.search(query, 9) != ()
    assert opened.ids == ("a", "b", "c", "d")


@pytest.mark.parametrize("damage", ["missing", "catalogue", "format", "meta", "fewer"])
def test_a_damaged_index_is_unusable(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "x"
    if damage != "missing":
        LexicalIndex.build(folder, CLAUSES)
    catalogue = folder / "passages.json"
    if damage == "catalogue":
        catalogue.write_text('{"format": 1')
    elif damage == "format":
        catalogue.write_text(catalogue.read_text().replace('"format": 1', '"format": 0'))
    elif damage == "meta":
        (folder / "meta.json").write_text("{}")
    elif damage == "fewer":
        catalogue.write_text(catalogue.read_text().replace('"a", ', ""))
    with pytest.raises(IndexUnusable, match="rebuild"):
        LexicalIndex.open(folder)


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexUnusable, match="cannot be written"):
        LexicalIndex.build(tmp_path / "file" / "x", CLAUSES)


def test_damage_found_only_while_searching_is_unusable_too(tmp_path: Path) -> None:
    LexicalIndex.build(tmp_path / "x", CLAUSES)
    for positions in (tmp_path / "x").glob("*.pos"):
        positions.unlink()
    with pytest.raises(IndexUnusable, match="rebuild"):
        LexicalIndex.open(tmp_path / "x").search("高校", 1)


PROGRAM = """
import sys
from pathlib import Path
from assistant.search.lexical import LexicalIndex
from assistant.search.protocols import Passage
texts = ("高校企业园区联合申报产业学院"[n % 5:] + str(n % 3) for n in range(40))
index = LexicalIndex.in_memory([Passage(f"c{n}", text) for n, text in enumerate(texts)])
print(index.search("高校和企业联合申报1", 20))
LexicalIndex.build(Path(sys.argv[1]), [Passage("a", "高校")])
"""


def test_the_same_in_every_process(tmp_path: Path) -> None:
    outputs = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", PROGRAM, str(tmp_path / seed)]
        outputs.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(outputs) == 1


def test_asking_an_index_stays_free_of_heavy_libraries(tmp_path: Path) -> None:
    LexicalIndex.build(tmp_path / "x", CLAUSES)
    program = (
        "import sys; from pathlib import Path; from assistant.search.lexical import LexicalIndex\n"
        "import assistant.search.generation, assistant.search.fusion, assistant.search.vectors\n"
        f"assert LexicalIndex.open(Path({str(tmp_path / 'x')!r})).search('高校', 1)[0].id == 'a'\n"
        "print([name for name in ('rjieba', 'chromadb', 'numpy', 'langchain_core') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
