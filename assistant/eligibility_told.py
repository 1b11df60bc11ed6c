"""A self-check as JSON and as a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from assistant.cells_told import Telling, head_fields
from assistant.citing import Citations
from assistant.errors import InputError
from assistant.exchange import citation_fields
from assistant.export.report import Report, Table, Text
from assistant.guideline.card import Conflict, Facet
from assistant.programmes.assessment import Assessment, Checked
from assistant.programmes.profile import Profile
from assistant.programmes.questions import Asked
from assistant.programmes.rulings import Reason, Ruled
from assistant.programmes.told import ANSWER_LIMIT, PARTNER_LIMIT, profile_of
from assistant.programmes.told_units import TEXT_LIMIT
from assistant.reasons_told import told
from assistant.service import COMPARED_LIMIT

__all__ = [
    "ANSWER_LIMIT",
    "PARTNER_LIMIT",
    "TEXT_LIMIT",
    "Profile",
    "eligibility_fields",
    "eligibility_report",
    "profile_of",
    "wished",
]

_SHOWN = 3


def eligibility_fields(made: Assessment, names: Mapping[str, str], language: str) -> dict[str, Any]:
    """The self-check for JSON; the numbers in it are those of `citations`."""
    telling = Telling(language, names, Citations(made.documents))
    results = [_result(checked, made.profile, telling) for checked in made.programmes]
    return {
        "as_of": made.as_of.isoformat(),
        "language": language,
        "about": telling.say["check.about"],
        "results": results,
        "questions": [_question(asked, telling) for asked in made.questions],
        "citations": [citation_fields(cited) for cited in telling.sources.all],
    }


def wished(fields: object, today: date) -> tuple[Profile, tuple[str, ...]]:
    """The profile and the programmes in decoded JSON `{"profile"?, "programmes"?}`; other keys are ignored."""
    if not isinstance(fields, Mapping):
        raise InputError("请求须是一个 JSON 对象。", "The request must be a JSON object.")
    programmes = fields.get("programmes")
    named = [] if programmes is None else programmes
    if not isinstance(named, list) or not all(isinstance(name, str) for name in named):
        raise InputError("programmes 须是项目编号的数组。", "programmes must be a list of programme ids.")
    if len(named) > COMPARED_LIMIT:
        raise InputError(f"最多选 {COMPARED_LIMIT} 个项目。", f"At most {COMPARED_LIMIT} programmes can be named.")
    profile = fields.get("profile")
    return profile_of({} if profile is None else profile, today), tuple(named)


def eligibility_report(made: Assessment, names: Mapping[str, str], language: str) -> Report:
    """The self-check for paper: a table for each programme, then what is still to be told; of an applicant of whom
    nothing is told only that."""
    telling = Telling(language, names, Citations(made.documents))
    say = telling.say
    header = (say["check.criterion"], say["check.ruling"], say["check.clause"])
    tables = [
        Table(_title(checked, made.profile, telling), header, tuple(_rows(checked, telling)), (2, 1, 6))
        for checked in made.programmes
        if made.profile != Profile()
    ]
    if made.questions:
        asked = (say["check.question"], say["check.options"], say["check.concerns"])
        tables.append(
            Table(say["check.questions"], asked, tuple(_asked(q, telling) for q in made.questions), (4, 3, 3))
        )
    lines = [say["check.about"], *(_line(checked, telling) for checked in made.programmes)]
    if not made.questions:
        lines.append(say["check.no_questions"])
    return telling.report(say["check.title"], lines, tables, made.as_of)


def _result(checked: Checked, profile: Profile, telling: Telling) -> dict[str, Any]:
    result = checked.result
    return {
        **head_fields(checked.head),
        "role": profile.role or "lead",
        "overall": result.overall,
        "summary": telling.say[f"check.{result.reason}_line"],
        "reviewed": result.reviewed,
        "criteria": [_criterion(ruled, result.programme, telling) for ruled in result.criteria],
        "deciding": list(result.deciding),
        "silent": list(checked.silent),
        "unseen": list(checked.unseen),
        "conflicts": [_conflict(conflict, result.programme, telling) for conflict in result.conflicts],
    }


def _criterion(ruled: Ruled, programme: str, telling: Telling) -> dict[str, Any]:
    criterion = ruled.criterion
    return {
        "id": criterion.id,
        "facet": criterion.facet,
        "label": telling.say[f"facet.{criterion.facet}"],
        "kind": criterion.kind,
        "ruling": ruled.ruling,
        "reason": _reason(ruled.reason, "why", telling.language),
        "cure": _reason(ruled.cure, "cure", telling.language) if ruled.cure else None,
        "reviewed": criterion.reviewed,
        "citations": telling.sources.numbers(ruled.quotes, programme),
    }


def _reason(reason: Reason, section: str, language: str) -> dict[str, Any]:
    return {"key": reason.key, "text": told(reason, section, language)}


def _conflict(conflict: Conflict, programme: str, telling: Telling) -> dict[str, Any]:
    numbers = telling.sources.numbers(conflict.quotes, programme)
    return {
        "facet": conflict.facet,
        "citations": numbers,
        "governs": None if conflict.governs is None else numbers[conflict.governs],
        "reason": conflict.reason[telling.language == "en"],
    }


def _question(asked: Asked, telling: Telling) -> dict[str, Any]:
    return {
        "id": asked.id,
        "path": list(asked.path),
        "what": asked.what,
        "text": told(asked.text, "asks", telling.language),
        "options": [
            {"label": told(option.label, "option", telling.language), "value": option.value} for option in asked.options
        ],
        "programmes": list(asked.programmes),
        "criteria": list(asked.criteria),
        "citations": telling.sources.numbers(asked.quotes, asked.programmes[0]),
    }


def _line(checked: Checked, telling: Telling) -> str:
    say, result = telling.say, checked.result
    overall = f"【{say[f'check.{result.overall}']}】"
    return f"{overall}{telling.head(checked.head)}"


def _title(checked: Checked, profile: Profile, telling: Telling) -> str:
    say, result = telling.say, checked.result
    parts = (
        say[f"check.{result.overall}"],
        say[f"check.{result.reason}_line"],
        say["check.as_joint" if profile.role == "joint" else "check.as_lead"],
    )
    return f"{checked.head.programme.name} · " + " ".join(parts)


def _rows(checked: Checked, telling: Telling) -> Iterator[tuple[tuple[Text, ...], ...]]:
    programme, say = checked.result.programme, telling.say
    for ruled in checked.result.criteria:
        label = Text(say[f"facet.{ruled.criterion.facet}"])
        notes = () if ruled.criterion.reviewed else (Text(say["told.unchecked"], kind="note"),)
        ruling = (Text(say[f"check.{ruled.ruling}"]), *notes)
        yield (label,), ruling, tuple(_grounds(ruled, programme, telling))
    for conflict in checked.result.conflicts:
        numbers = telling.sources.numbers(conflict.quotes, programme)
        head = say["told.conflict"]
        if conflict.governs is not None:
            head = say["told.conflict_governed"].format(number=numbers[conflict.governs])
        reason = say["told.head"].format(name=head, said=conflict.reason[telling.language == "en"])
        quotes = tuple(Text(q.text, (n,), "quote") for q, n in zip(conflict.quotes, numbers, strict=True))
        yield (Text(say[f"facet.{conflict.facet}"]),), (Text(say["check.note"]),), (Text(reason), *quotes)
    for key, facets in (("check.silent", checked.silent), ("check.unseen", checked.unseen)):
        if facets:
            yield (Text(_listed(facets, telling)),), (Text(say["check.note"]),), (Text(_nothing(key, facets, telling)),)


def _grounds(ruled: Ruled, programme: str, telling: Telling) -> Iterator[Text]:
    numbers = telling.sources.numbers(ruled.quotes, programme)
    yield Text(told(ruled.reason, "why", telling.language))
    for quote, number in zip(ruled.quotes, numbers, strict=True):
        yield Text(quote.text, (number,), "quote")
    if ruled.cure is not None:
        yield Text(telling.say["check.cure"].format(text=told(ruled.cure, "cure", telling.language)), kind="note")


def _listed(facets: tuple[Facet, ...], telling: Telling) -> str:
    return telling.say["told.list"].join(telling.say[f"facet.{facet}"] for facet in facets)


def _nothing(key: str, facets: tuple[Facet, ...], telling: Telling) -> str:
    return telling.say[key].format(facets=_listed(facets, telling))


def _asked(asked: Asked, telling: Telling) -> tuple[tuple[Text, ...], ...]:
    """A question with its first clauses, its options and the programmes it can settle."""
    quotes = asked.quotes[:_SHOWN]
    numbers = tuple(telling.sources.numbers(quotes, asked.programmes[0]))
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in asked.path).lstrip(".")
    text = [Text(told(asked.text, "asks", telling.language), () if asked.what == "yes_no" else numbers)]
    if asked.what == "yes_no":
        text += [Text(quote.text, (number,), "quote") for quote, number in zip(quotes, numbers, strict=True)]
    text.append(Text(telling.say["check.path"].format(path=path), kind="note"))
    options = telling.say["check.or"].join(told(o.label, "option", telling.language) for o in asked.options)
    names = telling.say["told.list"].join(telling.name(programme) for programme in asked.programmes)
    return tuple(text), (Text(options),), (Text(names),)
