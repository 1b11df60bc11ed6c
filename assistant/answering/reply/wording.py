"""The sentences around the documents' words, as validated data files."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from assistant.guideline.tables import table

_ALLOWED = frozenset(
    "said topic nearest name role rule asked given bound where date answer contact quote sum terms figures".split()
)


@dataclass(frozen=True)
class Wording:
    """Wording of one language; `of("reason.closed", role=…)` fills a sentence."""

    sentences: tuple[tuple[str, str], ...]

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return dict(self.sentences)

    def of(self, key: str, **values: str) -> str:
        """The sentence of that key with its fields filled; fields that are not given stay empty."""
        template = self._by_key[key]
        fields = {f: values.get(f, "") for _, f, _, _ in string.Formatter().parse(template) if f}
        return template.format(**fields)


def load(folder: Path) -> dict[str, Wording]:
    """The wording of "zh" and "en"; ValueError where the two differ in keys or name an unknown field."""
    loaded = {lang: _flat(table(folder / f"answers.{lang}.toml")) for lang in ("zh", "en")}
    if loaded["zh"].keys() != loaded["en"].keys():
        raise ValueError(f"wording differs between languages: {sorted(loaded['zh'].keys() ^ loaded['en'].keys())}")
    for lang, sentences in loaded.items():
        for key, template in sentences.items():
            unknown = {f for _, f, _, _ in string.Formatter().parse(template) if f} - _ALLOWED
            if unknown:
                raise ValueError(f"wording {lang} {key} has unknown fields: {sorted(unknown)}")
    return {lang: Wording(tuple(sentences.items())) for lang, sentences in loaded.items()}


def _flat(tree: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            flat[f"{prefix}{key}"] = value
        else:
            raise ValueError(f"wording {prefix}{key} is not a sentence")
    return flat
