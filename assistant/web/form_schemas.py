"""The shapes of forms over HTTP, for the OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.drafting.field import FieldKind, FilledBy
from assistant.drafting.rule import RuleKind
from assistant.web.schemas import CitationBody


class WordsBody(BaseModel):
    """Words of the document and the number of their citation."""

    quote: str
    citation: int


class FormHeadBody(BaseModel):
    """A form; `held` is false for one that the documents only mention. `limits` is how many fields have one."""

    id: str
    held: bool
    title: str
    names: list[str]
    document: str
    programmes: list[str]
    annex: str
    filled_by: FilledBy
    fields: int
    limits: int


class FormsBody(BaseModel):
    """All forms; `left_out` says which files of the corpus cannot be used and why."""

    language: Literal["zh", "en"]
    forms: list[FormHeadBody]
    left_out: list[str]


class ElementBody(BaseModel):
    """Something the guidance wants told; `asked` is false for what it only encourages."""

    id: str
    text: str
    asked: bool


class OptionTextBody(BaseModel):
    """A box to tick."""

    id: str
    text: str


class LimitBody(WordsBody):
    """At most `most` 字; `inherited_from` is the path of the field whose words hold here too, "" for its own."""

    most: int
    inherited_from: str
    remark: str


class FieldBody(BaseModel):
    """A place to fill in; `full_label` has the labels above it, `fact` is the key of the fact sheet it shares."""

    path: str
    label: str
    full_label: str
    kind: FieldKind
    unit: str
    guidance: list[WordsBody]
    elements: list[ElementBody]
    limit: LimitBody | None
    options: list[OptionTextBody]
    several: bool | None
    year: int | None
    years: list[int]
    filled_by: FilledBy
    repeat: str
    fact: str
    remarks: list[str]
    citation: int


class RuleBody(WordsBody):
    """A rule that the form states for itself; `firm` is false for what holds as a rule only."""

    kind: RuleKind
    words: list[str]
    number: float | None
    years: list[int]
    firm: bool


class RepeatBody(BaseModel):
    """Rows of one record each; `more` are the words that let rows be added, null where there are none."""

    path: str
    label: str
    printed: int
    more: WordsBody | None


class TotalBody(BaseModel):
    """A number that is the sum of others, by their paths."""

    path: str
    terms: list[str]


class PrintedBody(BaseModel):
    """Words the form prints; `mark` is a footnote mark, `declares` where who signs says them."""

    model_config = ConfigDict(populate_by_name=True)

    text: Annotated[str, Field(alias="print")]
    mark: str
    declares: bool


class FilledBody(BaseModel):
    """Where a field is filled in, by its path."""

    field: str


class NumberedBody(BaseModel):
    """The running number of a row."""

    number: Literal[True]


ItemBody = PrintedBody | FilledBody | NumberedBody


class GridCellBody(BaseModel):
    """A box of a table, from row and column 0 over `rows` times `columns`."""

    row: int
    column: int
    rows: int
    columns: int
    heading: bool
    items: list[ItemBody]


class GridBody(BaseModel):
    """A table; `widths` are shares of the columns, the first `head` rows are repeated on every page."""

    table: str
    widths: list[int]
    head: int
    cells: list[GridCellBody]
    remarks: list[str]


class LineBody(BaseModel):
    """One line with several blanks."""

    line: list[ItemBody]


class SectionBody(BaseModel):
    """A part of the form with what it holds, in order; `title` is "" for a cover and a form without parts."""

    id: str
    title: str
    level: int
    new_page: bool
    blocks: list[GridBody | LineBody | ItemBody]
    notes: list[str]


class FormBody(BaseModel):
    """One form; `citation` and `citations` are numbers in `citations`, `remarks` are words of ours."""

    id: str
    held: Literal[True]
    title: str
    names: list[str]
    document: str
    programmes: list[str]
    language: Literal["zh", "en"]
    annex: str
    filled_by: FilledBy
    citation: int
    instructions: list[WordsBody]
    rules: list[RuleBody]
    sent: list[WordsBody]
    fields: list[FieldBody]
    repeats: list[RepeatBody]
    totals: list[TotalBody]
    sections: list[SectionBody]
    remarks: list[str]
    citations: list[CitationBody]


class FormContactBody(BaseModel):
    """Whom to ask for a form that is not held; "" for what the document does not give."""

    office: str
    person: str
    phone: str
    fax: str
    email: str
    address: str
    citation: int


class AbsentFormBody(BaseModel):
    """A form that the documents only mention: what they ask of it, and whom to ask for it."""

    id: str
    held: Literal[False]
    title: str
    names: list[str]
    document: str
    programmes: list[str]
    language: Literal["zh", "en"]
    mentions: list[WordsBody]
    requirements: list[WordsBody]
    contacts: list[FormContactBody]
    citations: list[CitationBody]


class ExportAskBody(BaseModel):
    """What a file of a form is made from; other keys are ignored."""

    model_config = ConfigDict(extra="allow")

    facts: Annotated[
        dict[str, Any] | None,
        Field(description="The fact sheet, as `draft` takes it; without it the form is to be filled in by hand"),
    ] = None
    open_points: Annotated[bool | None, Field(description="Add a page of what is open, too long or flagged")] = None
