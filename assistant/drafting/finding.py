"""A form, and a field of it, by what people call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.drafting.field import Field
from assistant.drafting.form import AbsentForm, Form, Forms
from assistant.errors import InputError, Unknown

MOST_SHOWN = 8
_NUMBERING = re.compile(r"^(?:[0-9]+(?:\.[0-9]+)*[.、]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))")
_ASIDE = re.compile(r"\([^()]*\)|[:¹²]+$")
_PARTS = re.compile(r"[/>›]+|\s+")


class Ambiguous(InputError):
    """The name fits several; the sentence names them."""

    code = "ambiguous"


@dataclass(frozen=True, slots=True)
class Place:
    """A field, and which record of its repeated rows is meant, from 1; None where it repeats not or all are meant."""

    field: Field
    record: int | None = None


def form_named(forms: Forms, name: str) -> Form | AbsentForm:
    """The form with that id, annex number or title, whole or in part, or that of a programme; Unknown or Ambiguous
    otherwise."""
    wanted = _plain(name).removeprefix("附件")
    held: tuple[Form | AbsentForm, ...] = (*forms.held, *forms.absent)
    ways = (
        [form for form in held if wanted and wanted in (form.id, _number(form))],
        [form for form in held if wanted in _names(form)],
        [form for form in held if wanted and any(wanted in known for known in _names(form))],
        [form for form in held if wanted.partition("/")[0] in form.programmes],
    )
    found = next((way for way in ways if way), [])
    if len(found) == 1:
        return found[0]
    told = "、".join(f"{form.names[0]}（{form.id}）" for form in found)
    if found:
        plural = ", ".join(f"{form.id} ({form.names[0]})" for form in found)
        raise Ambiguous(f"“{name[:60]}”可指{told}，请写明其一。", f'"{name[:60]}" may be {plural}; name one of them.')
    ids = [form.id for form in held]
    raise Unknown(
        f"没有叫“{name[:60]}”的表单；现有：{'、'.join(ids)}。",
        f'There is no form "{name[:60]}"; held: {", ".join(ids)}.',
    )


def field_named(form: Form, name: str) -> Place:
    """The field with that path, or that label, with the labels above it where one alone does not tell; Unknown or
    Ambiguous otherwise. "list.2.name" is the second record's."""
    wanted = unicodedata.normalize("NFKC", name).strip()
    by_path = {field.path: field for field in form.fields()}
    if wanted in by_path:
        return Place(by_path[wanted])
    for repeat in form.repeats():
        number, _, rest = wanted.removeprefix(f"{repeat.path}.").partition(".")
        if wanted.startswith(f"{repeat.path}.") and number.isascii() and number.isdecimal() and int(number[:6]) > 0:
            if (field := by_path.get(f"{repeat.path}.{rest}")) is not None:
                return Place(field, int(number[:6]))
    fields = tuple(by_path.values())
    parts = [part for part in map(_bare, _PARTS.split(wanted)) if part]
    ways = (
        [field for field in fields if _plain(wanted) in (_plain(field.label.text), _bare(field.label.text))],
        [field for field in fields if _bare(wanted) and _bare(field.label.text) == _bare(wanted)],
        [field for field in fields if _plain(wanted) == _plain(full_label(field))],
        [field for field in fields if parts and _all_in(parts, field)],
    )
    found = next((way for way in ways if way), [])
    if len(found) == 1:
        return Place(found[0])
    raise _astray(form, name, found)


def _astray(form: Form, name: str, found: Sequence[Field]) -> InputError:
    title = form.names[0]
    if found:
        told = "、".join(f"{field.path}（{full_label(field)}）" for field in found[:MOST_SHOWN])
        plain = ", ".join(field.path for field in found[:MOST_SHOWN])
        more = len(found) > MOST_SHOWN
        return Ambiguous(
            f"《{title}》中“{name[:60]}”可指{told}{'等' if more else ''}，请写明其一。",
            f'"{name[:60]}" may be {plain}{" and others" if more else ""} of {form.id}; name one of them.',
        )
    return Unknown(
        f"《{title}》中没有叫“{name[:60]}”的栏目；用 forms {form.id} 查看全部栏目。",
        f'{form.id} has no field "{name[:60]}"; forms {form.id} lists them all.',
    )


def full_label(field: Field) -> str:
    """The label with those above it: 资源共建共享 › 共建专业 › 2023年."""
    words = [quote.text for quote in field.under]
    year = [words.pop()] if field.year and words and words[-1] == f"{field.year}年" else []
    return " › ".join([*words, field.label.text, *year])


def _all_in(parts: Iterable[str], field: Field) -> bool:
    labels = [_bare(quote.text) for quote in (*field.under, field.label)]
    return all(any(part in label for label in labels) for part in parts) and any(part in labels[-1] for part in parts)


def _names(form: Form | AbsentForm) -> tuple[str, ...]:
    return tuple(_plain(known) for known in (*form.names, *((form.title.text,) if isinstance(form, Form) else ())))


def _number(form: Form | AbsentForm) -> str:
    return _plain(form.annex).removeprefix("附件") if isinstance(form, Form) else ""


def _plain(words: str) -> str:
    """Without white space, quotation marks and width; in lower case."""
    return re.sub(r"[\s“”\"'《》]", "", unicodedata.normalize("NFKC", words)).casefold()


def _bare(words: str) -> str:
    """A label without its number, what stands in brackets, and marks after it."""
    plain = _NUMBERING.sub("", _plain(words))
    return _ASIDE.sub("", plain) or plain
