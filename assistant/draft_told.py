"""Drafts and counts as fields of JSON and as lines on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.drafting.count import Count
from assistant.drafting.draft import Draft, Flag
from assistant.drafting.drafts import Drafted
from assistant.drafting.facts import FactSheet
from assistant.drafting.facts_read import sheet_of
from assistant.exchange import from_json
from assistant.reasons_told import told
from assistant.words import words

DESK = "assistant.desk"
"""What a file that the desk saved says it is; its facts are a fact sheet."""


def facts_of(data: bytes) -> FactSheet:
    """The fact sheet in a JSON file or request, or in a file that the desk saved; InputError says in one sentence what
    is wrong with it."""
    held = from_json(data, exact=True)
    if isinstance(held, Mapping) and held.get("kind") == DESK:
        held = held.get("facts")
    return sheet_of(held)


def count_fields(made: Count) -> dict[str, int]:
    """All counts of a text."""
    return {
        "count": made.words,
        "without_punctuation": made.unpunctuated,
        "characters": made.characters,
        "characters_with_spaces": made.spaced,
    }


def count_lines(made: Count, language: str) -> list[str]:
    """The number first, what stands beside it after."""
    beside = words(language)["draft.beside"]
    return [
        str(made.words),
        beside.format(unpunctuated=made.unpunctuated, characters=made.characters, spaced=made.spaced),
    ]


def draft_fields(draft: Draft, language: str, more: tuple[Flag, ...] = ()) -> dict[str, Any]:
    """One field in the field order of the contract; `more` are flags of the facts as a whole."""
    return {
        "form": draft.form,
        "field": draft.field,
        "text": draft.text,
        "count": draft.count,
        "limit": draft.limit.most if draft.limit is not None else None,
        "limit_quote": draft.limit.quote.text if draft.limit is not None else None,
        "required": [{"element": r.element.quote.text, "covered": r.covered} for r in draft.required],
        "placeholders": list(draft.placeholders),
        "warnings": [flag_fields(flag, language) for flag in dict.fromkeys((*draft.flags, *more))],
    }


def drafted_fields(made: Drafted, language: str) -> dict[str, Any]:
    """A whole form: the same fields for all of its text together, and those of every narrative field."""
    flags = tuple(dict.fromkeys((*made.flags, *(flag for draft in made.drafts for flag in draft.flags))))
    return {
        "form": made.form.id,
        "field": None,
        "text": made.text,
        "count": made.count,
        "limit": made.whole.most if made.whole is not None else None,
        "limit_quote": made.whole.quote.text if made.whole is not None else None,
        "required": [
            {"element": r.element.quote.text, "covered": r.covered} for draft in made.drafts for r in draft.required
        ],
        "placeholders": [mark for draft in made.drafts for mark in draft.placeholders],
        "warnings": [flag_fields(flag, language) for flag in flags],
        "fields": [draft_fields(draft, language) for draft in made.drafts],
    }


def flag_fields(flag: Flag, language: str) -> dict[str, str]:
    """What is wrong and the words it rests on."""
    return {"message": flag_told(flag, language), "quote": flag.quoted}


def flag_told(flag: Flag, language: str) -> str:
    """One sentence on what is wrong."""
    say, values = words(language), dict(flag.values)
    if "role" in values:
        values["role"] = say[f"role.{values['role']}"]
    if flag.reason is not None:
        values["why"] = told(flag.reason, "why", language)
    return say[f"flag.{flag.key}"].format(**values)


def draft_lines(draft: Draft, language: str, more: tuple[Flag, ...] = ()) -> Iterator[str]:
    """The text, its count, what it covers, and what is to be looked at."""
    say = words(language)
    yield draft.text
    yield ""
    if draft.limit is not None:
        yield say["draft.count_of"].format(
            count=draft.count, limit=draft.limit.most, quote=" ".join(draft.limit.quote.text.split())
        )
    else:
        yield say["draft.count_free"].format(count=draft.count)
    for required in draft.required:
        yield say["draft.covered" if required.covered else "draft.missing"].format(element=required.element.quote.text)
    yield from flag_lines(tuple(dict.fromkeys((*draft.flags, *more))), language)


def drafted_lines(made: Drafted, language: str) -> Iterator[str]:
    """Every narrative field below its label, then what is to be looked at in the facts as a whole."""
    for draft in made.drafts:
        yield f"## {draft.label}"
        yield from draft_lines(draft, language)
        yield ""
    yield from flag_lines(made.flags, language)


def flag_lines(flags: tuple[Flag, ...], language: str) -> Iterator[str]:
    """What is to be looked at, each with its quote."""
    say = words(language)
    if flags:
        yield say["draft.flags"]
    for flag in flags:
        key = "draft.flag_quoted" if flag.quoted else "draft.flag"
        yield say[key].format(message=flag_told(flag, language), quote=" ".join(flag.quoted.split()))
