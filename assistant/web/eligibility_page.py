"""The self-check's page: its form, its results, the same as a file. The address is the state; nothing of it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from assistant.eligibility_told import PARTNER_LIMIT, Profile, eligibility_fields, eligibility_report, profile_of
from assistant.errors import AssistantError
from assistant.exporting import exported
from assistant.guideline.values import Unit
from assistant.profile_told import unit_choices
from assistant.service import Assistant
from assistant.web.applicant import PARTS, SCALARS, contradicts, kindless, params_of, profile_in
from assistant.web.choosing import offers
from assistant.web.eligible import Assessed, address, assessed
from assistant.web.rendering import Rendering, language_of
from assistant.web.tools import file_of
from assistant.words import words

_FIELD = re.compile(r"(?:partners\[(\d+)\]\.?)?([a-z_]*)(?:\.[a-z_]+)?")
_PAPERS = ("docx", "xlsx")
MORE = ("founded", "age", "legal_person", "cooperation", "mentor_share", "submitting")


def routes(assistant: Assistant, today: Callable[[], date], rendering: Rendering, prefix: str) -> APIRouter:
    """The page of one language, under its prefix."""
    router = APIRouter(prefix=prefix, include_in_schema=False)

    @router.get("/eligibility")
    def eligibility(request: Request) -> Response:
        language = language_of(request)
        say = words(language)
        params = request.query_params.multi_items()
        profile = profile_in(params)
        params = params_of(profile)
        known = {p.id: p.name for p in assistant.programmes() if p.held}
        named = tuple(dict.fromkeys(value for name, value in request.query_params.multi_items() if name == "programme"))
        chosen = tuple(name for name in named if name in known)
        view: Assessed | None = None
        more = any(profile.get(name) for name in MORE)
        problem, status = "", 200
        if len(chosen) < len(named):
            problem, status = say["tool.no_programme"], 404
        elif contradicts(request.query_params.multi_items()):
            problem, status = say["tool.none_and_some"], 400
        elif kindless(profile):
            problem, status = say["tool.no_kind"], 400
        elif profile or "go" in request.query_params:
            try:
                made = assistant.eligibility(profile_of(profile, today()), today(), chosen)
                profile = spelled(profile, made.profile)
                params = params_of(profile)
                ending = request.query_params.get("format")
                if ending in _PAPERS:
                    data = exported(eligibility_report(made, known, language), ending)
                    return file_of(data, ending, "eligibility", [say["check.title"]])
                fields = eligibility_fields(made, known, language)
                view = assessed(fields, made.documents, profile, chosen, say)
            except AssistantError as error:
                problem, status = _named(error.message(language), say), error.status
        rows = min(max(_number(request.query_params.get("rows")), len(profile.get("partners", ()))), PARTNER_LIMIT)
        return rendering.page(
            request,
            "eligibility.html",
            status,
            at="eligibility",
            chat=False,
            skip="#main",
            view=view,
            profile=profile,
            unit=_parts(profile.get("unit")),
            partners=_rows(profile, max(rows, 1)),
            told=_told(profile, language) if view else (),
            kept=[pair for pair in params if pair[0].split(".")[0] in ("ratios", "answers")],
            all=[*params, *(("programme", name) for name in chosen)],
            choices=unit_choices(language),
            offers=offers(assistant.programmes(), chosen),
            opened=view is None or ("rows" in request.query_params and "go" not in request.query_params),
            more=more or any(_parts(profile.get("unit")).get(part) for part in ("designation", "level")),
            some=bool(chosen),
            alone=view is not None and sum(len(some) for _, some in view.groups) == 1,
            limit=PARTNER_LIMIT,
            files=[(ending, address(params, chosen, anchor="", go="1", format=ending)) for ending in _PAPERS],
            problem=problem,
        )

    return router


def spelled(profile: Mapping[str, Any], read: Profile) -> dict[str, Any]:
    """The profile with the parts of every unit that was told in words."""
    made = {**profile}
    if read.unit is not None and isinstance(profile.get("unit"), str):
        made["unit"] = _spelled(read.unit)
    pairs = zip(profile.get("partners", ()), read.partners or (), strict=True)
    told = [
        {**row, "unit": _spelled(one.unit)} if one.unit is not None and isinstance(row.get("unit"), str) else row
        for row, one in pairs
    ]
    return {**made, "partners": told} if "partners" in profile else made


def _spelled(unit: Unit) -> dict[str, str]:
    held = dict(unit.features)
    return {"kind": unit.kind, **{part: held[part] for part in PARTS if part in held}}


def _rows(profile: Mapping[str, Any], count: int) -> list[dict[str, Any]]:
    """The rows of the form: those told, then empty ones."""
    held = list(profile.get("partners", ()))[: PARTNER_LIMIT + 1]
    held += [{} for _ in range(count - len(held))]
    return [{**row, "unit": _parts(row.get("unit"))} for row in held]


def _parts(unit: object) -> dict[str, str]:
    """A unit as the form has it; a designation may stand with its level."""
    if not isinstance(unit, Mapping):
        return {"words": str(unit)} if unit else {}
    parts = {part: str(unit[part]) for part in PARTS if unit.get(part)}
    joined = f"{parts.get('designation')}/{parts.get('level')}"
    if any(value == joined for value, _ in unit_choices("zh")["designation"]):
        parts["designation"] = joined
        del parts["level"]
    return parts


def _told(profile: Mapping[str, Any], language: str) -> tuple[str, ...]:
    """What was told, in short."""
    say = words(language)
    said = [_called(profile.get("unit"), language)]
    for name in SCALARS:
        if value := profile.get(name):
            shown = say[f"option.{value}"] if f"option.{value}" in say else str(value)
            said.append(say["tool.told"].format(name=say[f"tool.{name}"], value=shown))
    if "partners" in profile:
        said.append(say["tool.told"].format(name=say["tool.partners"], value=_joint(profile, language)))
    return tuple(part for part in said if part)


def _joint(profile: Mapping[str, Any], language: str) -> str:
    say = words(language)
    if not profile["partners"]:
        return say["tool.no_partners"]
    told = []
    for partner in profile["partners"]:
        name = _called(partner.get("unit"), language) or say["tool.unit"]
        told.append(f"{name} × {partner.get('count', 1)}")
    return say["told.list"].join(told)


def _called(unit: object, language: str) -> str:
    parts, choices = _parts(unit), unit_choices(language)
    order = ("ownership", "affiliation", "level", "designation", "kind")
    named = [dict(choices[part]).get(parts[part], parts[part]) for part in order if part in parts]
    if "designation" in parts:  # which says what kind of unit it is
        named = named[:-1]
    return (" " if language == "en" else "").join(named) or parts.get("words", "")


def _named(message: str, say: Mapping[str, str]) -> str:
    """A sentence that begins with the name of a field, with the name that the form has for it."""
    found = _FIELD.match(message)
    if found is None or f"tool.{found[2] or 'partners'}" not in say or not found[0]:
        return message
    label = say[f"tool.{found[2] or 'partners'}"]
    if found[1]:
        label = say["tool.partner_field"].format(number=int(found[1]) + 1, name=label)
    rest = message[found.end() :]
    return label + (rest if rest.isascii() else rest.lstrip())


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 4 else 0
