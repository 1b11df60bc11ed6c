"""A filled form as it came, in Word or pasted, read as a `Paper`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.drafting.facts import Filled
from assistant.drafting.form import Form
from assistant.errors import InputError
from assistant.paper.laid import laid
from assistant.paper.reading import read_form
from assistant.precheck.paper import Paper

_DAY = date(2000, 1, 1)


def paper_of(data: bytes, forms: Iterable[Form], form: str | None = None) -> Paper:
    """What a Word file of one of the forms holds; `form` says which, None lets its title and print tell.

    InputError where the file cannot be opened, is none of the forms, or could be several.
    """
    from assistant.export.sheet_read import agreement

    known = {one.id: one for one in forms if form is None or one.id == form}
    scores = {key: agreement(data, laid(one, Filled(key), _DAY)) for key, one in known.items()}
    best = max(scores, key=scores.__getitem__, default="")
    if not best or not scores[best]:
        raise InputError(
            "认不出这是哪一份表单，请选定表单后再试。",
            "Which form this is cannot be told; choose the form and try again.",
        )
    return Paper(best, "word", read_form(known[best], data))


def paper_of_text(text: str, forms: Iterable[Form], form: str | None = None) -> Paper:
    """The same for a form pasted as text, table cells parted by tabs."""
    raise InputError(
        "粘贴的文字暂时不能预审，请上传 .docx 文件。", "Pasted text cannot be read yet; upload the .docx file."
    )
