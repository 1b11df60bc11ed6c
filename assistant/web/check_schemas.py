"""The shapes of a check before submission over HTTP. What is accepted is decided by `prechecks` and `facts_read`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from assistant.precheck.report import Outcome, RuleName
from assistant.prechecks import TEXT_LIMIT
from assistant.web.draft_schemas import FactsBody
from assistant.web.schemas import CitationBody

_File = Annotated[bytes, WithJsonSchema({"type": "string", "format": "binary"})]


class CheckAskBody(BaseModel):
    """A form with the facts that fill it in, or a form pasted as text (which form it is may then be left out). Nothing
    of it is kept or logged."""

    model_config = ConfigDict(extra="forbid")

    form: Annotated[str | None, Field(description="Id, annex number or title, as in /api/forms")] = None
    facts: FactsBody | None = None
    text: Annotated[str | None, Field(max_length=TEXT_LIMIT, description="All of the form; cells parted by tabs")] = (
        None
    )


class CheckFileBody(BaseModel):
    """A filled form in Word; `form` says which it is where the file does not tell."""

    file: _File
    form: Annotated[str, Field(description="Id, annex number or title, as in /api/forms")] = ""


class SummaryBody(BaseModel):
    """How many points there are of each outcome."""

    model_config = ConfigDict(populate_by_name=True)

    fail: int
    passed: Annotated[int, Field(alias="pass")]
    unknown: int


class PlaceBody(BaseModel):
    """A place of the form. `field` is its path, "" where no field is meant; `label` the labels printed there; `words`
    the beginning of what stands there."""

    field: str
    label: str
    words: str


class CheckPointBody(BaseModel):
    """One rule at one place. `citation` is the number of one of `citations`; null where no clause states the rule."""

    rule: RuleName
    rule_name: str
    outcome: Outcome
    key: str
    text: str
    places: list[PlaceBody]
    citation: int | None
    quote: str | None


class CheckBody(BaseModel):
    """A check as of a day: every point, in the order of the rules and of the form."""

    form: str
    name: str
    source: Literal["word", "text", "facts"]
    as_of: str
    language: Literal["zh", "en"]
    summary: SummaryBody
    points: list[CheckPointBody]
    citations: list[CitationBody]
