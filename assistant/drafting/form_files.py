"""Forms as they are kept: one TOML file a form, `corpus/forms/*.toml`."""

from __future__ import annotations

from pathlib import Path

from assistant.drafting.form import Forms
from assistant.guideline.document import Guideline


def read_forms(folder: Path, guidelines: tuple[Guideline, ...]) -> Forms:
    """Every form of a folder, held against its document; one that does not fit is left out with a notice."""
    return Forms((), ())
