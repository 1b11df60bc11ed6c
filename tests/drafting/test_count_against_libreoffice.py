"""字数 against LibreOffice's own count, which knows nothing of ours."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from assistant.drafting.count import words

SOURCES = Path(__file__).resolve().parents[2] / "corpus" / "sources"
TEXTS = int(os.environ.get("COUNT_TEXTS", "100"))  # 500, a minute of processor time, by COUNT_TEXTS=500
SEED = 20261120
AT_ONCE = 200  # it stops somewhere behind

# Where LibreOffice counts otherwise than Word, each with a text, our number and its own.
DEVIATIONS = {
    "a dash separates and counts nothing": ("—", "我——你", 4, 2),
    "an ellipsis of two is one": ("……", "我……你", 4, 3),
    "a run is parted behind a first piece of one character": (
        r"(?<![0-9A-Za-z])[0-9A-Za-z][!-/:-@\[-`{-~–][0-9A-Za-z]",
        "1,200人",
        2,
        3,
    ),
    "curly quotes belong to a foreign word beside them": (r"[“”‘’][!-~]|[!-~][“”‘’]", "“A4”纸", 4, 2),
    "curly quotes side by side are one": (r"[“”‘’]{2}", "“甲”“乙”", 6, 5),
    "an ellipsis and a middle dot do too": (r"[…·‧][!-~]|[!-~][…·‧]", "甲…5", 3, 2),
    "raised and lowered figures part a run": (r"[²³¹₀-₉⁰-⁹]", "100m²", 1, 2),
}  # fmt: skip

_CHINESE = (
    "产教融合共同体建设企业学校人才培养技术服务龙头牵头园区实训课程师资年度规划，。、；：！？（）《》【】％１２ＡＢ"
)
_FOREIGN = (
    "AI",
    "5G",
    "2024",
    "98.6%",
    "2024-2026",
    "30%",
    "12,000",
    "Python",
    "WTO",
    "iPhone15",
    "10:30",
    "50",
    "A",
    "7",
)
_SPACES = ("", "", "", " ", "\u3000", "\n", "\t")


def generated(rng: random.Random) -> str:
    """A text of Chinese and foreign pieces, quotes around Chinese alone."""
    parts = []
    for _ in range(rng.randrange(1, 60)):
        if rng.random() < 0.75:
            parts.append("".join(rng.choices(_CHINESE, k=rng.randrange(1, 9))))
        elif rng.random() < 0.2:
            parts.append(f"的“{''.join(rng.choices(_CHINESE, k=rng.randrange(1, 7)))}”的")
        else:
            parts.append(rng.choice(_FOREIGN))
        parts.append(rng.choice(_SPACES))
    return "".join(parts)


def taken() -> list[str]:
    """Lines of the guidelines as received."""
    lines = [line.strip() for path in sorted(SOURCES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [line for line in dict.fromkeys(lines) if len(line) > 8]


def texts() -> list[str]:
    """As many from the documents as are generated, none with a place where LibreOffice is known to differ."""
    rng = random.Random(SEED)
    real = taken()
    rng.shuffle(real)
    deviates = re.compile("|".join(pattern for pattern, *_ in DEVIATIONS.values()))
    clean = [text for text in real if not deviates.search(text)][: TEXTS // 2]
    while len(clean) < TEXTS:
        text = generated(rng)
        if text.strip() and not deviates.search(text):
            clean.append(text)
    return clean


def counted(given: list[str], folder: Path) -> list[int]:
    """LibreOffice's word count of each text, as it writes it into a document made of it."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice is not installed")
    for number, text in enumerate(given):
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
    command = [
        soffice,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--infilter=Text (encoded):UTF8,LF,,zh-CN",
        "--convert-to",
        "odt",
        "--outdir",
        str(folder / "out"),
    ]
    files = [str(path) for path in sorted(folder.glob("*.txt"))]
    for at in range(0, len(files), AT_ONCE):
        subprocess.run([*command, *files[at : at + AT_ONCE]], check=True, capture_output=True, timeout=900)
    found = []
    for number in range(len(given)):
        with zipfile.ZipFile(folder / "out" / f"{number:04}.odt") as odt:
            told = re.search(r'meta:word-count="(\d+)"', odt.read("meta.xml").decode())
        assert told is not None
        found.append(int(told[1]))
    return found


def test_both_count_alike_but_for_the_listed_deviations(tmp_path: Path) -> None:
    given = texts()
    listed = [text for _, text, _, _ in DEVIATIONS.values()]
    theirs = counted([*given, *listed], tmp_path)
    wrong = [(text, words(text), n) for text, n in zip(given, theirs[:TEXTS], strict=True) if words(text) != n]
    assert not wrong, f"{len(wrong)} of {TEXTS} differ, such as {wrong[:5]}"
    assert theirs[TEXTS:] == [n for *_, n in DEVIATIONS.values()]


@pytest.mark.parametrize("name", DEVIATIONS)
def test_our_number_stands_at_every_deviation(name: str) -> None:
    pattern, text, number, theirs = DEVIATIONS[name]
    assert re.search(pattern, text)
    assert words(text) == number != theirs
