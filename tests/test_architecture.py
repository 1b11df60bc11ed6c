"""The rooms of the house: who may import whom, where each library lives, and how long a line is."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "assistant"

# Each room may import the rooms named here, errors and itself; whatever is not named is forbidden.
ROOMS = {
    "guideline": set(),
    "reading": {"guideline"},
    "search": {"guideline"},
    "llm": {"guideline"},
    "crew": set(),
    "export": set(),
    "programmes": {"guideline", "reading", "search", "llm"},
    "answering": {"guideline", "reading", "search", "llm", "programmes"},
    "drafting": {"guideline", "reading", "search", "llm", "programmes"},
    "paper": {"guideline", "drafting", "export", "words", "draft_told"},
    "precheck": {"guideline", "reading", "search", "llm", "programmes", "drafting", "export", "paper"},
    "web": {
        "guideline",
        "drafting",
        "paper",
        "precheck",
        "answering",
        "service",
        "eligibility_told",
        "profile_told",
        "exchange",
        "printing",
        "comparison_told",
        "checklist_told",
        "dates_told",
        "forms_told",
        "draft_told",
        "precheck_told",
        "prechecks",
        "exporting",
        "words",
        "settings",
        "wiring",
    },
}
# The rooms within answering, each of which may import those before it; what stands beside them is the pipeline.
STEPS = ("sentences", "question", "grounds", "values", "figures", "roles", "whether", "beyond")
FRONT = {
    "cli",
    "arguments",
    "__main__",
    "batch",
    "printing",
    "exchange",
    "service",
    "citing",
    "cells_told",
    "comparison_told",
    "eligibility_told",
    "reasons_told",
    "profile_told",
    "checklist_told",
    "checklist_papers",
    "forms_told",
    "draft_told",
    "precheck_told",
    "prechecks",
    "forms_printed",
    "forms_table",
    "dates_told",
    "exporting",
    "files",
    "words",
    "settings",
    "store",
    "sounds",
    "statement_rows",
    "card_rows",
    "freshness",
    "indexing",
    "crewed",
    "wiring",
}
HOMES = {
    "chromadb": {"search"},
    "tantivy": {"search"},
    "rjieba": {"search"},
    "numpy": {"search"},
    "pypdf": {"reading"},
    "pypinyin": {"reading"},
    "docx": {"reading", "export"},
    "lxml": {"export"},
    "openpyxl": {"export"},
    "typst": {"export"},
    "icalendar": {"export"},
    "langchain": {"llm"},
    "langchain_core": {"llm"},
    "langchain_openai": {"llm"},
    "langchain_chroma": {"llm"},
    "tiktoken": {"llm"},
    "openai": {"llm"},
    "fastapi": {"web"},
    "starlette": {"web"},
    "gradio": {"web"},
    "uvicorn": {"web"},
    "pydantic": {"web", "llm"},
    "limits": {"web"},
    "python_multipart": {"web"},
    "prometheus_client": {"web"},
}
# The LangChain adapters of vectors and retrieval are llm's and see the protocols of search.
ALLOWED = {("llm", "search")}
HEAVY = (
    "concurrent.futures",
    "multiprocessing",
    "chromadb",
    "gradio",
    "fastapi",
    "langchain",
    "langchain_core",
    "numpy",
    "pypdf",
    "pypinyin",
    "docx",
    "openpyxl",
    "typst",
    "icalendar",
    "pydantic",
    "limits",
    "prometheus_client",
)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(path)
    asked = {name.split(".")[1] for name in imported(path) if name.startswith("assistant.")} - {room, "errors"}
    if room in ROOMS:
        wrong = {other for other in asked - ROOMS[room] if (room, other) not in ALLOWED}
        assert not wrong, f"{room} must not know {sorted(wrong)}"
    elif room == "wiring":
        assert "web" not in asked
    elif room in FRONT - {"cli", "__main__"}:
        assert not asked & {"web", "wiring", "cli"}
    else:
        assert room in {"__init__", "errors", "cli", "__main__"}, f"{room} is no room of the house"


def test_the_steps_of_answering_go_one_way() -> None:
    shared = {"answer"}  # The contract, which the steps fill.
    for path in sorted((PACKAGE / "answering").glob("*/*.py")):
        step = path.parent.name
        before = {*STEPS[: STEPS.index(step) + 1]} if step in STEPS else {*STEPS, "reply"}
        known = {n.split(".")[2] for n in imported(path) if n.startswith("assistant.answering.")}
        assert known <= before | shared, path


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_library_has_one_home(path: Path) -> None:
    for name in imported(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or room_of(path) in homes, f"{name} belongs to {homes}"


def test_only_wiring_and_the_front_read_settings() -> None:
    readers = {room_of(path) for path in modules() if any("assistant.settings" in name for name in imported(path))}
    assert readers <= {"wiring", "cli", "arguments", "web"}


def test_the_package_never_imports_evals_or_tests() -> None:
    for path in modules():
        assert not {name for name in imported(path) if name.split(".")[0] in {"evals", "tests", "benchmarks"}}, path


def test_lines_hold_120_characters() -> None:
    for path in [*modules(), ROOT / "app.py"]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert len(line) <= 120, f"{path.relative_to(ROOT)}:{number}"


def test_importing_the_front_does_nothing_and_loads_nothing_heavy() -> None:
    code = (
        "import sys, assistant.cli, assistant.wiring, assistant.service, assistant.batch, assistant.printing\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""
