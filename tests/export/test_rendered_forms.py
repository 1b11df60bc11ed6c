"""Every form, blank and filled, as pages of LibreOffice: A4, nothing lost, no page empty, no heading left alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.drafting.facts import Filled
from assistant.paper.places import places
from assistant.paper.reading import read_form
from assistant.paper.writing import exported_form
from tests.drafting.completed import HELD, complete

DAY = date(2026, 11, 20)
OFFICE, PAGES = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(OFFICE is None or PAGES is None, reason="needs LibreOffice and poppler-utils")
FORMS = HELD if os.environ.get("CI") else {name: HELD[name] for name in ("consortium-recommendation", "centre-plan")}
NAMES = [f"{name}-{kind}" for name in FORMS for kind in ("blank", "filled")]
MOST_PAGES = 16


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rendered")
    for name, form in FORMS.items():
        (folder / f"{name}-blank.docx").write_bytes(exported_form(form, Filled(form.id), DAY, blank=True))
        (folder / f"{name}-filled.docx").write_bytes(exported_form(form, complete(form), DAY))
    (folder / "again").mkdir()
    for kind, out in (("pdf", folder), ("docx:MS Word 2007 XML", folder / "again")):
        profile = f"-env:UserInstallation={(folder / kind[:3]).as_uri()}"
        command = [str(OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
        files = [str(folder / f"{name}.docx") for name in NAMES]
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=600)
    return folder


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, list[str]]:
    return {name: told(folder / f"{name}.pdf") for name in NAMES}


def told(path: Path, order: str = "-layout") -> list[str]:
    """The text of each page, as laid out or cell by cell."""
    done = subprocess.run([str(PAGES), order, str(path), "-"], check=True, capture_output=True, timeout=60)
    whole = done.stdout.decode()
    assert whole.endswith("\f")
    return whole[:-1].split("\f")


def plain(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty_and_none_is_wasted(pages: dict[str, list[str]], name: str) -> None:
    assert 1 <= len(pages[name]) <= MOST_PAGES
    for text in pages[name]:
        assert plain(re.sub(r"— *[0-9]+ *—", "", text)), f"an empty page in {name}"


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_numbered_and_a_cover_is_not(pages: dict[str, list[str]], name: str) -> None:
    form = HELD[name.rpartition("-")[0]]
    numbered = [re.search(r"— *([0-9]+) *—\s*$", text) for text in pages[name]]
    assert [found and int(found[1]) for found in numbered][1:] == list(range(2, len(numbered) + 1))
    assert (numbered[0] is None) == (form.cover is not None)


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_ends_a_page(pages: dict[str, list[str]], name: str) -> None:
    form = HELD[name.rpartition("-")[0]]
    headings = {plain(section.title.text) for section in form.sections if section.title is not None}
    for text in pages[name]:
        lines = [plain(line) for line in text.splitlines() if line.strip() and not re.match(r"\s*— *[0-9]+ *—", line)]
        assert not lines or lines[-1] not in headings, lines[-1]


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("-filled")])
def test_every_value_is_seen_and_no_figure_broken(folder: Path, name: str) -> None:
    lines = "".join(told(folder / f"{name}.pdf", "-raw")).split("\n")
    form = HELD[name.rpartition("-")[0]]
    for place in places(form, complete(form)):
        if isinstance(place.value, Decimal):
            assert any(place.text in line for line in lines), place.path
        elif isinstance(place.value, str):
            assert plain(place.text)[:20] in plain("".join(lines)), place.path


@pytest.mark.parametrize("name", NAMES)
def test_paper_is_a4(folder: Path, name: str) -> None:
    done = subprocess.run(["pdfinfo", str(folder / f"{name}.pdf")], check=True, capture_output=True, timeout=60)
    assert b"(A4)" in done.stdout


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("-filled")])
def test_what_libreoffice_saves_again_is_read_back_equal(folder: Path, name: str) -> None:
    form = HELD[name.rpartition("-")[0]]
    back, filled = read_form(form, (folder / "again" / f"{name}.docx").read_bytes()), complete(form)
    assert (dict(back.values), dict(back.rows)) == (dict(filled.values), dict(filled.rows))


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("centre-recommendation")])
def test_what_is_declared_stands_on_the_page_where_it_is_signed(pages: dict[str, list[str]], name: str) -> None:
    page = next(plain(text) for text in pages[name] if "愿意承担相关责任" in plain(text))
    assert "实践中心负责人签字" in page
    assert "实践中心建设单位法定代表人签字（盖章）" in page
