"""A profile as it is given: decoded JSON whose fields may be words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.errors import InputError
from assistant.guideline.values import Interval
from assistant.programmes.profile import Answered, Founded, Partner, Profile, Side
from assistant.programmes.told_figures import count_of, founded_of, share_of, years_of
from assistant.programmes.told_units import TEXT_LIMIT, region_of, text_of, unit_of

PARTNER_LIMIT, ANSWER_LIMIT = 20, 200
_FIELDS = frozenset(
    "unit region age founded legal_person role partners cooperation mentor_share ratios submitting answers".split()
)
_PARTNER = frozenset("unit region age founded count".split())
_SIDES: dict[str, Side] = {
    "": "", "lead": "lead", "牵头": "lead", "牵头单位": "lead", "申报单位": "lead", "牵头申报": "lead",
    "joint": "joint", "联合": "joint", "联合申报": "joint", "联合申报单位": "joint", "参与": "joint", "参与单位": "joint",
}  # fmt: skip
_TRUE = frozenset({"是", "有", "符合", "具备", "yes", "true", "met"})
_FALSE = frozenset({"否", "不是", "没有", "无", "不符合", "不具备", "no", "false", "unmet"})


def profile_of(fields: object, today: date) -> Profile:
    """The profile in decoded JSON, its relative days as of `today`; InputError says in one sentence what is wrong."""
    if not isinstance(fields, Mapping):
        raise InputError("申报单位情况须是一个 JSON 对象。", "The profile must be a JSON object.")
    _known(fields, _FIELDS, "")
    told = {key: value for key, value in fields.items() if value is not None}
    age, founded = _age(told, "", today)
    return Profile(
        unit_of(told["unit"], "unit") if "unit" in told else None,
        region_of(told["region"], "region") if "region" in told else "",
        age,
        founded,
        _yes(told["legal_person"], "legal_person") if "legal_person" in told else None,
        _side(told.get("role", "")),
        _partners(told["partners"], today) if "partners" in told else None,
        years_of(told["cooperation"], "cooperation") if "cooperation" in told else None,
        share_of(told["mentor_share"], "mentor_share") if "mentor_share" in told else None,
        _shares(told.get("ratios", {})),
        count_of(told["submitting"], "submitting") if "submitting" in told else None,
        _answers(told.get("answers", {})),
    )


def _age(told: Mapping[str, Any], place: str, today: date) -> tuple[Interval | None, Founded | None]:
    """Age and founding; they must agree."""
    age = years_of(told["age"], f"{place}age") if "age" in told else None
    founded = founded_of(told["founded"], f"{place}founded", today) if "founded" in told else None
    if age is not None and founded is not None:
        since = founded.age(today)
        early = since.high is not None and age.low is not None and since.high < age.low
        late = since.low is not None and age.high is not None and since.low > age.high
        if early or late:
            raise InputError(
                f"{place}age（成立年限）与 {place}founded（成立时间）对不上，请只填一项。",
                f"{place}age and {place}founded do not agree; give one of them.",
            )
    return age, founded


def _partners(value: object, today: date) -> tuple[Partner, ...]:
    if not isinstance(value, list):
        raise InputError("partners（联合申报单位）须是数组。", "partners must be a list.")
    if len(value) > PARTNER_LIMIT:
        raise InputError(f"partners 最多 {PARTNER_LIMIT} 项。", f"partners has at most {PARTNER_LIMIT} items.")
    return tuple(_partner(item, f"partners[{n}]", today) for n, item in enumerate(value))


def _partner(item: object, field: str, today: date) -> Partner:
    if isinstance(item, str):
        item = {"unit": item}
    if not isinstance(item, Mapping):
        raise InputError(f"{field} 须是文字或对象。", f"{field} must be text or an object.")
    _known(item, _PARTNER, f"{field}.")
    told = {key: value for key, value in item.items() if value is not None}
    age, founded = _age(told, f"{field}.", today)
    return Partner(
        unit_of(told["unit"], f"{field}.unit") if "unit" in told else None,
        region_of(told["region"], f"{field}.region") if "region" in told else "",
        founded.age(today) if age is None and founded is not None else age,
        count_of(told["count"], f"{field}.count") if "count" in told else 1,
    )


def _shares(value: object) -> tuple[tuple[str, Interval], ...]:
    if not isinstance(value, Mapping) or len(value) > PARTNER_LIMIT:
        raise InputError(
            f"ratios（比例）须是对象，最多 {PARTNER_LIMIT} 项。",
            f"ratios must be an object of at most {PARTNER_LIMIT}.",
        )
    read = ((text_of(k, "ratios"), v) for k, v in value.items() if v is not None)
    return tuple((key, share_of(share, f"ratios.{key}")) for key, share in read)


def _answers(value: object) -> tuple[tuple[str, Answered], ...]:
    if not isinstance(value, Mapping) or len(value) > ANSWER_LIMIT:
        raise InputError(
            f"answers（逐条答复）须是对象，最多 {ANSWER_LIMIT} 项。",
            f"answers must be an object of at most {ANSWER_LIMIT}.",
        )
    read = ((text_of(k, "answers"), v) for k, v in value.items() if v is not None)
    return tuple((key, "met" if _yes(said, f"answers.{key[:60]}") else "unmet") for key, said in read)


def _side(value: object) -> Side:
    words = text_of(value, "role").lower()
    if words not in _SIDES:
        raise InputError(
            f"role“{words[:30]}”须是 lead（牵头）或 joint（联合申报）。", f'role "{words[:30]}" must be lead or joint.'
        )
    return _SIDES[words]


def _yes(value: object, field: str) -> bool:
    if isinstance(value, bool):
        return value
    words = text_of(value, field).lower() if isinstance(value, str) else str(value)[:TEXT_LIMIT]
    if words in _TRUE or words in _FALSE:
        return words in _TRUE
    raise InputError(f"{field}“{words[:30]}”须是“是”或“否”。", f'{field} "{words[:30]}" must be yes or no.')


def _known(fields: Mapping[Any, Any], known: frozenset[str], place: str) -> None:
    if strange := sorted(str(key) for key in fields if key not in known):
        raise InputError(
            f"没有“{place}{strange[0][:30]}”这一项；可以填：{'、'.join(sorted(known))}。",
            f'There is no field "{place}{strange[0][:30]}"; known: {", ".join(sorted(known))}.',
        )
