"""No rule is keyed to one document or programme: nothing that only this corpus is called stands in code or data."""

from __future__ import annotations

from pathlib import Path

from assistant.programmes.extract import extract
from assistant.reading.library import look_alikes, read_folder
from evals.keyed import Keyed, keyed, sought
from tests.answering.built import over

ROOT = Path(__file__).resolve().parents[1]
GENERAL = {
    # nouns of kinds of programme, in all sorts of names and in words such as 联合体章程 and community service
    "联合体", "共同体", "consortium", "community",
    # offices that every city has, under these names
    "市教育局", "市经信局", "市发改委", "属地经信部门",
    # offices that every programme has, under these names
    "项目办公室", "项目管理办公室",
}  # fmt: skip
GAZETTEER = "programmes/data/regions.toml"  # all places there are
WEB = "web/"  # translates and does not decide; the description of the API shows real answers


def found(names: dict[str, str]) -> list[Keyed]:
    left = {words: sort for words, sort in names.items() if words not in GENERAL}
    return [one for one in keyed(ROOT / "assistant", left) if one.file != GAZETTEER and not one.file.startswith(WEB)]


def test_no_rule_is_keyed_to_the_corpus() -> None:
    guidelines, _ = read_folder(ROOT / "corpus")
    names = sought(guidelines, extract(guidelines), look_alikes(ROOT / "corpus"))
    sorts = {sort: [words for words, held in names.items() if held == sort] for sort in set(names.values())}
    assert {sort: len(words) > 1 for sort, words in sorts.items()} == dict.fromkeys(
        ("document", "programme", "office", "person", "number", "place"), True
    )
    assert names.keys() >= GENERAL
    assert found(names) == []


def test_what_is_looked_for_is_what_a_document_is_called() -> None:
    built = over("灯塔实践基地由海东司航标处组织实施。", "联系人：王小明，电话：010-12345678。", region="江苏省南京市")
    names = sought(built.guidelines, built.statements)
    wanted = {"lighthouse": "programme", "灯塔实践基地申报指南": "document", "灯塔实践基地": "programme",
              "王小明": "person", "010-12345678": "number", "江苏": "place", "南京": "place"}  # fmt: skip
    assert wanted.items() <= names.items()
    assert "office" in names.values()


def test_strings_of_rules_are_seen_and_docstrings_are_not(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.toml").write_text('["灯塔基地"]\nask = ["王小明吗"]\n', "utf-8")
    (tmp_path / "b.py").write_text(
        '"""灯塔基地."""\n# 灯塔基地\n\n\ndef f() -> str:\n    """Lamp."""\n    return "Lamp"\n', "utf-8"
    )
    (tmp_path / "c.py").write_text('X = "lamplight"\n', "utf-8")
    names = {"灯塔基地": "programme", "王小明": "person", "Lamp": "programme"}
    assert [(one.words, one.file) for one in keyed(tmp_path, names)] == [
        ("Lamp", "b.py"),
        ("灯塔基地", "data/a.toml"),
        ("王小明", "data/a.toml"),
    ]
