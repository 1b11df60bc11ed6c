"""What the documentation shows is what happens: commands run, help is the real help, both languages agree."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import help_text

ROOT = Path(__file__).resolve().parents[1]
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
HELP = re.compile(r"<!-- help -->\n```text\n(.*?)```", re.DOTALL)


def shell_blocks(text: str) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_shown_is_the_help_printed(language: str) -> None:
    """After a change: UPDATE_DOCS=1 ./check tests/test_docs.py."""
    path = READMES[language]
    text = path.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_DOCS"):
        path.write_text(HELP.sub(f"<!-- help -->\n```text\n{help_text(language)}```", text), encoding="utf-8")
    else:
        found = HELP.search(text)
        assert found is not None
        assert found[1] == help_text(language)


def test_both_readmes_have_the_same_commands_and_shape() -> None:
    english, chinese = (READMES[language].read_text(encoding="utf-8") for language in ("en", "zh"))
    assert shell_blocks(english) == shell_blocks(chinese)
    for mark in (r"^#+ ", r"^\| "):
        assert len(re.findall(mark, english, re.MULTILINE)) == len(re.findall(mark, chinese, re.MULTILINE))
    folders = re.compile(r"^\| (`[^|]+`) \|", re.MULTILINE)
    assert [found.replace("、", ", ") for found in folders.findall(chinese)] == folders.findall(english)


@pytest.mark.parametrize(
    "command",
    [line for block in shell_blocks(READMES["en"].read_text(encoding="utf-8")) for line in block.splitlines()],
)
def test_every_command_shown_works(command: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    words = shlex.split(command)
    if words[0] == "python":
        data = tmp_path_factory.getbasetemp() / "readme-data"
        environ = {**os.environ, "ASSISTANT_DATA": str(data)}
        done = subprocess.run(
            [sys.executable, *words[1:]],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()
    elif words[0] == "curl":
        assert "/api/ask" in command  # tests/cli/test_command_line.py posts it to a real server
    else:
        assert words in (["./start"], ["./check"])
        assert os.access(ROOT / words[0], os.X_OK)


def test_every_folder_shown_is_there() -> None:
    shown = re.findall(r"^\| (`[^|]+) \|", READMES["en"].read_text(encoding="utf-8"), re.MULTILINE)
    for name in re.findall(r"`([^`]+)`", " ".join(shown)):
        assert (ROOT / name).exists(), name


_PLACE = rb"(?<![\w./~])/(?:home|Users|root|mnt|srv|work|tmp|opt|var)/[\w.-]"
_REGISTRY = rb"(?:index|extra)[-_](?:url|index)|(?:pypi|python-?hosted)[.]org"
FORBIDDEN = re.compile(_PLACE + rb"|" + _REGISTRY)


def test_nothing_names_this_machine_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout
    names = [name.decode() for name in listed.split(b"\0") if name] or ["pyproject.toml", "requirements.lock"]
    for name in names:
        path = ROOT / name
        if path.is_file() and path.suffix not in {".pdf", ".docx"}:
            assert not FORBIDDEN.search(path.read_bytes()), name


@pytest.mark.parametrize("parts", [("", "tmp", "notes"), ("", "home", "someone"), ("see ", "work", "main")])
def test_a_path_of_a_machine_is_found(parts: tuple[str, ...]) -> None:
    assert FORBIDDEN.search("/".join(parts).encode())


@pytest.mark.parametrize("parts", [("index", "url"), ("extra", "index")])
def test_a_registry_is_found(parts: tuple[str, str]) -> None:
    assert FORBIDDEN.search("-".join(parts).encode())
