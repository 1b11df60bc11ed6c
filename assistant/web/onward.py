"""From an answer to the desk: the field that it speaks of, or the form of its programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from assistant.answering.answer import Answer, Citation
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.guideline.quote import Quote


def desk_address(answer: Answer, forms: Iterable[Form]) -> str:
    """The address from the language root, "" where no form that is held belongs to the answer."""
    forms = tuple(forms)
    for cited in answer.citations[:1]:
        for form in forms:
            for field in form.fields():
                if any(_speaks_of(cited, held) for held in _words(field)):
                    path = field.repeat or field.path
                    return f"desk/{quote(form.id)}#f.{quote(path)}"
    told = {part.programme.partition("/")[0] for part in answer.by_programme}
    mine = [form for form in forms if told & set(form.programmes) and form.filled_by == "applicant"]
    if len(told) != 1 or not mine:
        return ""
    return f"desk/{quote(max(mine, key=lambda form: sum(1 for _ in form.fields())).id)}"


def _words(field: Field) -> Iterator[Quote]:
    """The words that tell of this field and of no other."""
    yield from field.guidance
    if field.limit is not None:
        yield field.limit.quote
    if field.kind == "narrative":
        yield field.label


def _speaks_of(cited: Citation, held: Quote) -> bool:
    if (cited.document, cited.clause) != (held.clause.document, held.clause.id):
        return False
    return cited.quote in held.text or held.text in cited.quote
