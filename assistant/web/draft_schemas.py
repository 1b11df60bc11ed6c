"""The shapes of counts, fact sheets and drafts over HTTP. What is accepted is decided by `drafting.facts_read`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.drafting.plain import MOST_CHARACTERS, MOST_ROWS

_Words = Annotated[str, Field(max_length=MOST_CHARACTERS)]
_Number = Annotated[int | float | str, Field(description="A number, or its digits as a string; taken over exactly")]
_Rows = Field(max_length=MOST_ROWS)


class CountAskBody(BaseModel):
    """A text to count."""

    model_config = ConfigDict(extra="forbid")

    text: str


class CountBody(BaseModel):
    """`count` is 字数 as Microsoft Word counts it; characters are code points without line breaks."""

    count: int
    without_punctuation: int
    characters: int
    characters_with_spaces: int


class UnitFactBody(BaseModel):
    """A unit; `role` is lead, joint, member, builder or host, or the Chinese word for it; `about` whole sentences."""

    model_config = ConfigDict(extra="forbid")

    name: _Words
    role: _Words = "member"
    kind: _Words = ""
    region: _Words = ""
    code: _Words = ""
    address: _Words = ""
    phone: _Words = ""
    email: _Words = ""
    about: _Words = ""


class PersonBody(BaseModel):
    """A person; `role` says as what: 负责人, 联系人."""

    model_config = ConfigDict(extra="forbid")

    name: _Words
    role: _Words = ""
    unit: _Words = ""
    post: _Words = ""
    phone: _Words = ""
    email: _Words = ""


class FigureBody(BaseModel):
    """A number by year, or one `value` without a year."""

    model_config = ConfigDict(extra="forbid")

    name: _Words
    unit: _Words = ""
    years: Annotated[dict[str, _Number], Field(description="By year, as in 2024")] = {}
    value: _Number | None = None
    about: _Words = ""


class ToldBody(BaseModel):
    """Whole sentences; `about` names the field or the element of its guidance that they belong to."""

    model_config = ConfigDict(extra="forbid")

    text: _Words
    about: _Words = ""


_Told = Annotated[list[_Words | ToldBody], _Rows]


class FactsBody(BaseModel):
    """A fact sheet; every part may be left out. `shared` holds values by the key of a field (`fact` in a form), one or
    one a year; `forms` values by form id and field path, and lists of records by the path of their rows."""

    model_config = ConfigDict(extra="forbid")

    units: Annotated[list[UnitFactBody], _Rows] = []
    people: Annotated[list[PersonBody], _Rows] = []
    figures: Annotated[list[FigureBody], _Rows] = []
    foundations: _Told = []
    plans: _Told = []
    short_forms: dict[str, _Words] = {}
    shared: dict[str, Any] = {}
    forms: dict[str, dict[str, Any]] = {}


class DraftAskBody(BaseModel):
    """A form, one field of it or none for all narrative fields, and the facts. Nothing of it is kept or logged."""

    model_config = ConfigDict(extra="forbid")

    form: Annotated[str, Field(description="Id, annex number or title, as in /api/forms", min_length=1)]
    field: Annotated[str | None, Field(description="Path or label of a field")] = None
    facts: FactsBody


class RequiredBody(BaseModel):
    """An element that the guidance names, and whether a fact tells it."""

    element: str
    covered: bool


class WarningBody(BaseModel):
    """What is to be looked at, with the words of the guideline or of the facts that it rests on."""

    message: str
    quote: str


class FieldDraftBody(BaseModel):
    """A draft. `limit` is null where the form sets none; `placeholders` are the marks 【待补充：…】 of the text."""

    form: str
    field: str | None
    text: str
    count: int
    limit: int | None
    limit_quote: str | None
    required: list[RequiredBody]
    placeholders: list[str]
    warnings: list[WarningBody]


class DraftBody(FieldDraftBody):
    """The draft of a field, or of all narrative fields together with each in `fields`."""

    fields: list[FieldDraftBody] | None = None
