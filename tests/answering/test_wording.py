"""Every sentence the code may say exists in both languages, and every sentence that exists is said."""

from __future__ import annotations

import ast
import string
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from assistant.answering.answer import Verdict
from assistant.answering.reply.wording import Wording, load
from tests.answering.built import ROOT

PROMPTS = ROOT / "prompts"
CODE = [*sorted((ROOT / "assistant/answering").rglob("*.py")), ROOT / "assistant/programmes/eligibility.py"]
# The place of the reason among the positional arguments of whatever makes a finding or a decision.
REASON_AT = {"finding": 3, "Finding": 5, "Decision": 1}
MODES = ("permission", "obligation", "truth")


def constants(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def calls() -> list[tuple[str, ast.Call]]:
    found = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                found.append((name, node))
    return found


def reasons() -> set[str]:
    """Reasons written where findings and decisions are made."""
    written: set[str] = set()
    for name, call in calls():
        at = REASON_AT.get(name)
        if at is None:
            continue
        given = call.args[at : at + 1] + [k.value for k in call.keywords if k.arg == "reason"]
        written |= {c for node in given if isinstance(node, ast.Constant) for c in constants(node)}
    # What reaches a finding through a variable: what a comparison comes to, and how a unit belongs.
    return {r for r in written if r} | {
        "meets",
        "under",
        "over",
        "unsure",
        "inside",
        "closed",
        "overlap",
        "passed",
        "open",
    }


def said() -> set[str]:
    """Keys that the composer asks for, patterns filled in."""
    keys = {f"reason.{r}" for r in reasons()} | {f"verdict.{m}.{v}" for m, v in product(MODES, get_args(Verdict))}
    keys |= {"verdict.passed.yes", "verdict.passed.no", "verdict.open.no", "verdict.open.conditional"}
    keys |= {f"misc.role_{r}" for r in ("lead", "joint", "member", "builder", "applicant", "none")}
    keys |= {f"ask.{r}" for r in ("lead", "joint", "member", "builder", "applicant")}
    for name, call in calls():
        if name == "of" and call.args and isinstance(call.args[0], ast.Constant):
            keys.add(str(call.args[0].value))
    return keys | {"outcome.not_specified", "outcome.not_specified_nearest", "outcome.undecided"}


@pytest.fixture(scope="module")
def wording() -> dict[str, Wording]:
    return load(PROMPTS)


def test_both_languages_say_the_same_things_with_the_same_fields(wording: dict[str, Wording]) -> None:
    zh, en = dict(wording["zh"].sentences), dict(wording["en"].sentences)
    assert zh.keys() == en.keys()
    for key in zh:
        fields = [{f for _, f, _, _ in string.Formatter().parse(t[key]) if f} for t in (zh, en)]
        assert fields[0] == fields[1], key
        assert zh[key].strip(), key
        assert en[key].isascii() or set(en[key]) <= set(string.printable) | set("“”’–…"), key


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_the_code_says_exists(wording: dict[str, Wording], language: str) -> None:
    missing = said() - dict(wording[language].sentences).keys()
    assert missing == set()


def test_every_reason_that_exists_is_given(wording: dict[str, Wording]) -> None:
    known = {k.removeprefix("reason.") for k in dict(wording["zh"].sentences) if k.startswith("reason.")}
    assert known - reasons() == set()


def test_every_sentence_that_exists_is_said(wording: dict[str, Wording]) -> None:
    unsaid = {k for k in dict(wording["zh"].sentences) if not k.startswith("reason.")} - said()
    assert unsaid == set()


def test_fields_that_are_not_given_stay_empty(wording: dict[str, Wording]) -> None:
    assert wording["zh"].of("reason.over", given="6家", bound="5家") == "给出的是6家，超过了5家"
    assert wording["zh"].of("reason.over", given="6家") == "给出的是6家，超过了"


def test_values_are_put_in_as_they_stand(wording: dict[str, Wording]) -> None:
    assert wording["zh"].of("misc.quote", quote="{said}%s{0}") == "“{said}%s{0}”"


def write(folder: Path, zh: str, en: str) -> Path:
    (folder / "answers.zh.toml").write_text(zh, "utf-8")
    (folder / "answers.en.toml").write_text(en, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("zh", "en", "words"),
    [
        ('a = "x"', 'b = "x"', r"differs between languages: \['a', 'b'\]"),
        ('a = "{who}"', 'a = "x"', r"zh a has unknown fields: \['who'\]"),
        ("a = 1", 'a = "x"', "a is not a sentence"),
    ],
)
def test_bad_wording_is_refused(tmp_path: Path, zh: str, en: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        load(write(tmp_path, zh, en))
