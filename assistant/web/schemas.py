"""The shapes of HTTP bodies, for the OpenAPI document. What is accepted is decided by `assistant.exchange`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.answering.answer import What
from assistant.exchange import QUESTION_LIMIT, TURN_LIMIT, TURNS_KEPT
from assistant.guideline.card import Facet

State = Literal["stated", "kinds", "silent", "unseen"]
Verdict = Literal["yes", "no", "conditional", "not_specified"]


class TurnBody(BaseModel):
    """One earlier message, oldest first."""

    role: Literal["user", "assistant"]
    content: Annotated[str, Field(max_length=TURN_LIMIT)]


class AskBody(BaseModel):
    """A question; other keys are ignored."""

    model_config = ConfigDict(extra="allow")

    question: Annotated[
        str, Field(min_length=1, max_length=QUESTION_LIMIT, description="In Chinese or English; not only blanks")
    ]
    history: Annotated[
        list[TurnBody] | None,
        Field(
            description=f"The conversation so far, oldest first; of more than {TURNS_KEPT} the last {TURNS_KEPT} count"
        ),
    ] = None
    programme: Annotated[
        str | None, Field(description="Answer for this programme only: an id of /api/programmes that is held")
    ] = None


class CitationBody(BaseModel):
    """Words of a clause with their place; start and end are code-point offsets in the decoded source."""

    n: int
    programme: str
    document: str
    title: str
    clause: str
    place: str
    page: int | None
    quote: str
    source_quote: str
    start: int
    end: int


class ByProgrammeBody(BaseModel):
    """The answer for one programme."""

    programme: str
    verdict: Verdict | None
    answer: str
    citations: list[int]


class OptionBody(BaseModel):
    """One way to settle what is asked back: a whole question, asked anew with `programme` as the filter."""

    label: str
    question: str
    programme: str


class AskBackBody(BaseModel):
    """What is asked back, and what it can be."""

    what: What
    options: list[OptionBody]


class AnswerBody(BaseModel):
    """An answer, field for field that of the command line."""

    question: str
    understood_as: str
    language: Literal["zh", "en"]
    as_of: str
    outcome: Literal["answered", "partial", "not_specified", "out_of_scope", "clarify", "refused", "error"]
    answer: str
    verdict: Verdict | None
    abstained: bool
    by_programme: list[ByProgrammeBody]
    citations: list[CitationBody]
    contact: dict[str, Any] | None
    asks: list[AskBackBody]
    nearest: CitationBody | None
    searched: list[str]
    rephrase: list[str]
    elapsed_ms: float


class HitBody(BaseModel):
    """A clause found."""

    document: str
    title: str
    clause: str
    place: str
    page: int | None
    text: str
    score: float


class HitsBody(BaseModel):
    """Clauses found, best first."""

    query: str
    hits: list[HitBody]


class RelatedBody(BaseModel):
    """Clauses of other documents, the most similar first."""

    hits: list[HitBody]


class ProgrammeBody(BaseModel):
    """A programme; `held` is false for one that is recognised but whose document is not here."""

    id: str
    name: str
    names: list[str]
    document: str
    held: bool


class ProgrammesBody(BaseModel):
    """All programmes."""

    programmes: list[ProgrammeBody]


class ClauseBody(BaseModel):
    """A clause in repaired text."""

    id: str
    parent: str | None
    kind: str
    label: str
    heading: str
    place: str
    page: int | None
    text: str


class DocumentBody(BaseModel):
    """A document with all its clauses in order."""

    id: str
    file: str
    title: str
    issuer: str
    number: str
    issued: str | None
    in_force: str | None
    deadline: str | None
    region: str
    status: str
    provenance: str
    clauses: list[ClauseBody]


class DocumentHeadBody(BaseModel):
    """A document without its clauses."""

    id: str
    title: str
    status: str
    issued: str | None
    in_force: str | None
    deadline: str | None
    programmes: list[str]


class DocumentsBody(BaseModel):
    """All documents held."""

    documents: list[DocumentHeadBody]


class UnreadableBody(BaseModel):
    """Why a source file was left out."""

    zh: str
    en: str


class DeadlineBody(BaseModel):
    """A last day of submission; `passed` as of the day of the answer."""

    date: str
    passed: bool


class HeadBody(BaseModel):
    """A programme with its document; `checked_by` is "" where nobody reviewed its card."""

    programme: str
    name: str
    document: str
    title: str
    superseded: bool
    deadlines: list[DeadlineBody]
    checked_by: str
    checked_on: str | None


class ConflictBody(BaseModel):
    """Places that say different things; `governs` is the number of the one that is followed."""

    citations: list[int]
    governs: int | None
    reason: str


class CellBody(BaseModel):
    """What the documents say of one facet; `note` says in words what `state` says, "" for stated."""

    facet: Facet
    label: str
    state: State
    reviewed: bool
    note: str
    kinds: list[str]
    citations: list[int]
    conflicts: list[ConflictBody]


class ComparedCellBody(CellBody):
    """The cell of a programme."""

    programme: str


class ComparedRowBody(BaseModel):
    """One facet across the programmes."""

    facet: Facet
    label: str
    agreement: Literal["same", "different", "unsure"]
    cells: list[ComparedCellBody]


class ComparisonBody(BaseModel):
    """Programmes side by side; numbers are those of `citations`."""

    as_of: str
    language: Literal["zh", "en"]
    programmes: list[HeadBody]
    rows: list[ComparedRowBody]
    citations: list[CitationBody]


class StepBody(BaseModel):
    """Something to do, or that happens; `label` is "" where the clause itself says it."""

    n: int
    stage: str
    label: str
    state: State
    note: str
    reviewed: bool
    deadlines: list[DeadlineBody]
    passed: bool
    citations: list[int]


class PaperBody(BaseModel):
    """A paper to be handed in; `copies` and `seals` are words of the clauses."""

    name: str
    phase: Literal["application", "afterwards", "yearly"]
    reviewed: bool
    copies: list[str]
    seals: list[str]
    citations: list[int]


class ContactBody(BaseModel):
    """Whom to ask; "" for what the document does not give."""

    office: str
    person: str
    phone: str
    fax: str
    email: str
    address: str
    reviewed: bool
    citations: list[int]


class DateBody(BaseModel):
    """A date, the next one of a yearly date, or words about time that name none."""

    model_config = ConfigDict(populate_by_name=True)

    facet: Facet
    label: str
    kind: Literal["day", "yearly", "window", "words"]
    first: Annotated[str | None, Field(alias="from")]
    until: str | None
    passed: bool
    replaced: bool
    reviewed: bool
    citations: list[int]


class CalendarBody(BaseModel):
    """How many events the calendar of the checklist has, and what it leaves out and why."""

    events: int
    left_out: list[str]


class ChecklistBody(BaseModel):
    """What to do for one programme; `written` says that the documents give the order of the steps."""

    as_of: str
    language: Literal["zh", "en"]
    programme: HeadBody
    kinds: list[str]
    written: bool
    steps: list[StepBody]
    papers: list[PaperBody]
    details: list[CellBody]
    contacts: list[ContactBody]
    dates: list[DateBody]
    calendar: CalendarBody
    citations: list[CitationBody]


class HealthBody(BaseModel):
    """What is being served: `index` names the generation of the index, `started` is UTC."""

    status: Literal["ok"]
    version: str
    python: str
    started: str
    index: str
    documents: int
    clauses: int
    programmes: int
    unreadable: list[UnreadableBody]
    libraries: dict[str, str]


class ErrorDetail(BaseModel):
    """A code for programs and one sentence for people."""

    code: str
    message: str


class ErrorBody(BaseModel):
    """Every error of this API."""

    error: ErrorDetail
