"""The wording of command line and page, by language, from `prompts/<name>.<language>.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from assistant.guideline.tables import table

FOLDER = Path(__file__).resolve().parent.parent / "prompts"


@cache
def words(language: str) -> Mapping[str, str]:
    """The words as "section.key": "verdict.yes" is 可以. A missing or nested entry is a programming error."""
    flat: dict[str, str] = {}
    for name in ("page", "tools", "eligibility", "forms", "drafts", "precheck", "desk"):
        for section, entries in table(FOLDER / f"{name}.{language}.toml").items():
            for key, text in entries.items():
                flat[f"{section}.{key}"] = str(text)
    return MappingProxyType(flat)
