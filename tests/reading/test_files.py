"""Files of every kind, good and bad."""

from __future__ import annotations

import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from assistant.errors import CorpusError, UnreadableSource
from assistant.reading.library import read_file, read_folder
from assistant.reading.limited import extract_apart

TEXT = "关于申报2026年度岭南省现代纺织产业学院的通知\n各高校：\n一、要求\n请于2026年6月1日前报送。\n岭南省教育厅\n二〇二六年四月八日\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "new.txt"
    path.write_bytes(TEXT.encode(encoding))
    guideline = read_file(path)
    assert guideline.source == TEXT
    assert guideline.entry.issuer == "岭南省教育厅"
    assert guideline.entry.issued == date(2026, 4, 8)
    assert guideline.entry.deadline == date(2026, 6, 1)
    assert guideline.programmes[0].id == "new"
    assert {"岭南省现代纺织产业学院", "现代纺织产业学院"} <= set(guideline.programmes[0].names)


@pytest.mark.parametrize(
    ("line", "deadline"),
    [
        ("暂未接入的，可先行申报，但须于2026年9月30日前完成接入。", None),
        ("申报单位应于2026年9月30日前完成网上填报。", date(2026, 9, 30)),
        ("申报书请于2026年9月30日前报送。", date(2026, 9, 30)),
    ],
)
def test_the_day_by_which_something_is_to_be_so_is_no_deadline(
    tmp_path: Path, line: str, deadline: date | None
) -> None:
    path = tmp_path / "new.txt"
    path.write_text(TEXT.replace("请于2026年6月1日前报送。", line), "utf-8")
    assert read_file(path).entry.deadline == deadline


def test_an_unreadable_file_is_reported_and_the_others_go(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\x00\xfe\x81\x00")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "c.pdf").write_bytes(b"no pdf")
    (tmp_path / "d.docx").write_bytes(b"no docx")
    (tmp_path / "e.txt").write_text(" \n", "utf-8")
    read, failed = read_folder(tmp_path)
    assert [g.id for g in read] == ["b"]
    assert len(failed) == 4
    assert all(error.zh.endswith("。") and error.en.endswith(".") for error in failed)


def test_a_docx_that_unpacks_to_too_much_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    with pytest.raises(UnreadableSource, match="unpacks"):
        read_file(path)


def test_word_paragraphs_headings_and_tables_stand_in_order(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("关于丙的通知")
    document.add_heading("总体要求", 1)
    document.add_paragraph("一二三。")
    table = document.add_table(2, 3)
    for row, words in zip(table.rows, (("序号", "名称", "要求"), ("1", "甲", "不超过3家")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.add_paragraph("二、其他")
    document.add_paragraph("完。")
    path = tmp_path / "x.docx"
    document.save(str(path))
    clauses = read_file(path).clauses
    assert [(c.kind, c.text) for c in clauses] == [
        ("title", "关于丙的通知"),
        ("heading", "总体要求"),
        ("paragraph", "一二三。"),
        ("row", "序号 名称 要求"),
        ("row", "1 甲 不超过3家"),
        ("heading", "二、其他"),
        ("paragraph", "完。"),
    ]
    assert "序号 名称 要求" in clauses[4].context


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError):
        read_folder(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "catalogue",
    ["[[document]]\ntitle = 'x'", "[[programme]]\nid = 'x'", "[[programme]]\nid = 'x'\nnames = ['y']",
     "[[document]]\nfile = 'b.txt'\nissued = 'x'", "=",
     "[[programme]]\nid = 'x'\nnames = ['y']\ndocument = 'b'\nannex = 'a9'"],
)  # fmt: skip
def test_a_wrong_catalogue_fails(tmp_path: Path, catalogue: str) -> None:
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "catalogue.toml").write_text(catalogue, "utf-8")
    with pytest.raises(CorpusError):
        read_folder(tmp_path)


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(UnreadableSource, match="more time or memory"):
        extract_apart(path, seconds=0)


@pytest.mark.parametrize(
    "text",
    ["中 " * 200_000, "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙\n" * 20_000, "（" * 100_000, "a\tb\n" * 20_000],
)
def test_monstrous_texts_are_read_in_seconds(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(text, "utf-8")
    start = time.perf_counter()
    assert read_file(path).clauses
    assert time.perf_counter() - start < 20
