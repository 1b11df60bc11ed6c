"""The shapes of the self-check over HTTP. What is accepted is decided by `assistant.programmes.told`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.eligibility_told import ANSWER_LIMIT, PARTNER_LIMIT, TEXT_LIMIT
from assistant.service import COMPARED_LIMIT
from assistant.web.schemas import CitationBody, ConflictBody, HeadBody

Ruling = Literal["met", "unmet", "unknown", "note"]


class UnitBody(BaseModel):
    """A unit told part by part, in words or by the ids that questions offer."""

    model_config = ConfigDict(extra="forbid")

    kind: Annotated[str | None, Field(max_length=TEXT_LIMIT, description="Needed where any other part is given")] = None
    ownership: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None
    affiliation: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None
    level: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None
    designation: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None


_Words = Annotated[str, Field(max_length=TEXT_LIMIT)]
_Unit = Annotated[_Words | UnitBody | None, Field(description="The kind of unit, as in 民办高职 or 省级专精特新企业")]
_Years = Annotated[float | _Words | None, Field(description="Years, a number or words, as in 1年半, 不到两年, 3年以上")]
_Share = Annotated[float | _Words | None, Field(description="A share from 0 to 1 or in words, as in 1/3 or 40%")]
_Place = Annotated[_Words | None, Field(description="Province and city, as in 浙江省杭州市")]
_Founded = Annotated[int | _Words | None, Field(description="Year or date of founding, as in 2024 or 2024-05-20")]
_Number = Annotated[int | _Words | None, Field(description="A whole number from 1 to 1000, or in words, as in 2家")]


class PartnerBody(BaseModel):
    """`count` joint units of one sort; what is left out is not known."""

    model_config = ConfigDict(extra="forbid")

    unit: _Unit = None
    region: _Place = None
    age: _Years = None
    founded: _Founded = None
    count: _Number = None


class ProfileBody(BaseModel):
    """An applicant; what is left out, or null, is not known. It is neither kept nor logged."""

    model_config = ConfigDict(extra="forbid")

    unit: _Unit = None
    region: _Place = None
    age: _Years = None
    founded: _Founded = None
    legal_person: Annotated[bool | _Words | None, Field(description="Whether it is an independent legal person")] = None
    role: Annotated[_Words | None, Field(description="lead or joint; without it, lead where the unit may lead")] = None
    partners: Annotated[
        list[PartnerBody | _Words] | None,
        Field(max_length=PARTNER_LIMIT, description="The joint units without the applicant and the lead; [] for none"),
    ] = None
    cooperation: _Years = None
    mentor_share: _Share = None
    ratios: Annotated[
        dict[str, _Share] | None,
        Field(max_length=PARTNER_LIMIT, description="Other shares, by the subject that their clause names"),
    ] = None
    submitting: _Number = None
    answers: Annotated[
        dict[str, bool | _Words | None] | None,
        Field(max_length=ANSWER_LIMIT, description="met or unmet, by the id of the criterion asked about"),
    ] = None


class EligibilityAskBody(BaseModel):
    """A profile to be checked; other keys are ignored."""

    model_config = ConfigDict(extra="allow")

    profile: ProfileBody | None = None
    programmes: Annotated[
        list[str] | None,
        Field(max_length=COMPARED_LIMIT, description="Ids of programmes; all that are held without it"),
    ] = None


class ReasonBody(BaseModel):
    """A step of reasoning: a key for programs, a sentence for people."""

    key: str
    text: str


class CriterionBody(BaseModel):
    """One rule held against the profile; `citations` are numbers of the citations below."""

    id: str
    facet: str
    label: str
    kind: str
    ruling: Ruling
    reason: ReasonBody
    cure: Annotated[ReasonBody | None, Field(description="What would mend an unmet one; key none: nothing would")]
    reviewed: bool
    citations: list[int]


class FacetConflictBody(ConflictBody):
    """Clauses on one facet that say different things."""

    facet: str


class ProgrammeResultBody(HeadBody):
    """What became of one programme. `overall` is met only if every criterion that is no note is, and was reviewed."""

    role: Literal["lead", "joint"]
    overall: Ruling
    summary: str
    reviewed: bool
    criteria: list[CriterionBody]
    deciding: Annotated[list[str], Field(description="Ids of the criteria that make the result what it is")]
    silent: Annotated[list[str], Field(description="Facets that the documents do not regulate")]
    unseen: Annotated[list[str], Field(description="Facets in which nothing was found and nobody looked")]
    conflicts: list[FacetConflictBody]


class ChoiceBody(BaseModel):
    """One answer; `value` is what goes to the question's path."""

    label: str
    value: Any


class QuestionBody(BaseModel):
    """A fact of which two answers give a programme two different results. `path` leads to its place in the profile."""

    id: str
    path: list[str | int]
    what: Literal["kind", "choice", "yes_no", "number", "place"]
    text: str
    options: list[ChoiceBody]
    programmes: list[str]
    criteria: list[str]
    citations: list[int]


class EligibilityBody(BaseModel):
    """A profile held against programmes, and what is still to be told, what settles most first."""

    as_of: str
    language: Literal["zh", "en"]
    about: str
    results: list[ProgrammeResultBody]
    questions: list[QuestionBody]
    citations: list[CitationBody]
