"""The form's own rules against facts and texts: names, years, abbreviations, secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.drafting.case import Case
from assistant.drafting.draft import Flag
from assistant.drafting.grants import words_of
from assistant.drafting.matching import spots_of
from assistant.drafting.short_forms import explained, unexplained
from assistant.drafting.unit_kinds import kinds_of
from assistant.drafting.values import figures_of, shown, value_of
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.programmes.units import taxonomy

NAME = "platform.name"
_YEAR = regex(r"(?<!\d)(20\d\d)(?=年|[—–-]20\d\d年)")
_DONE = regex(r"(?<!在)已(?!有|具备)|完成了|建成了|累计")
_PLANNED = regex(r"计划|规划|方案|预算|目标|拟|将|力争|争取|预计|确保|(?<![主重需必])要(?![求素点])|到20\d\d年")
"""Words that make what follows a plan, or the plan what is done: 2025年招生计划已备案."""
_MODEL = r"(?:[-–]\d|型|\d+(?![\d个套台项门种条件款间次人家]))"
"""What follows letters that name a model: KR-16, VMC850; a number that counts them does not."""
_OTHERS = regex(r"国家|中央|国务院|全国|教育部|省委|市委|《|纲要|战略|十[四五六]五")
"""Words beside which a year may be that of somebody else's plan."""


def found(case: Case) -> Iterator[tuple[str, Flag]]:
    """Every rule of the form that a fact or text goes against."""
    yield from _names(case)
    yield from _figure_years(case)
    yield from _told_years(case)
    yield from _abbreviations(case)
    yield from _secrets(case)


def _names(case: Case) -> Iterator[tuple[str, Flag]]:
    named: dict[str, list[str]] = {}
    for field in case.form.fields():
        if field.fact == NAME and (name := shown(value_of(case.form, field, case.sheet))):
            named.setdefault(name, []).append(field.path)
    for name, paths in named.items():
        yield from (("", flag) for flag in _name(name, tuple(paths), case))


def _name(name: str, paths: tuple[str, ...], case: Case) -> Iterator[Flag]:
    naming, barred = case.form.rule("naming"), case.form.rule("not_named")
    if naming is not None and not name.endswith(naming.words):
        values = (("name", name), ("ends", "、".join(naming.words)))
        yield Flag("naming", values, naming.quote, paths=paths, sure=naming.firm)
    if barred is not None:
        front = next((name.removesuffix(end) for end in (naming.words if naming else ()) if name.endswith(end)), name)
        schools = [u.name for u in case.sheet.units if "school" in kinds_of(u) and u.name in name]
        kinds = (m.unit.kind for m in taxonomy().find(front))
        if (
            schools
            or any(word in front for word in barred.words)
            or any("school" in taxonomy().above(k) for k in kinds)
        ):
            yield Flag("not_named", (("name", name),), barred.quote, paths=paths)


def _figure_years(case: Case) -> Iterator[tuple[str, Flag]]:
    """Figures told for years that no column of theirs has."""
    columns: dict[str, set[int]] = {}
    quotes: dict[str, Quote] = {}
    for field in case.form.fields():
        if field.kind != "number" or field.year is None:
            continue
        for key in (field.fact, *(figure.name for figure in figures_of(field, case.sheet))):
            columns.setdefault(key, set()).add(field.year)
            quotes.setdefault(key, _heading(field.under) or field.label)
    told = [(figure.name, year) for figure in case.sheet.figures for year, _ in figure.years]
    told += [(one.key, one.year) for one in case.sheet.shared]
    for name, year in told:
        if name in columns and year is not None and year not in columns[name]:
            rule = case.form.rule("years_promised") or case.form.rule("years_held")
            years = "、".join(str(y) for y in sorted(columns[name]))
            quote = rule.quote if rule is not None else quotes[name]
            paths = tuple(f.path for f in case.form.fields() if f.kind == "number" and name in (f.fact, f.label.text))
            yield "", Flag("year_range", (("about", name), ("year", str(year)), ("years", years)), quote, paths=paths)


def _told_years(case: Case) -> Iterator[tuple[str, Flag]]:
    """Sentences that promise past the last year promised, or tell as done what is still to come."""
    promised, reached = case.form.rule("years_promised"), case.form.rule("years_held")
    fields = {field.path: field for field in case.form.fields()}
    heads = {f.year: head for f in fields.values() if f.year is not None and (head := _heading(f.under))}
    columns = tuple(sorted(heads))
    future = frozenset(spot.field.path for spot in spots_of(case.form).held if spot.tense == "future")
    for path, sentence in case.sentences():
        years = [int(year) for year in _YEAR.findall(sentence)]
        asked = fields[path].years if path in fields else ()
        span = promised.years if promised else asked or columns
        over = [year for year in years if span and year > max(span)]
        done = done_year(sentence)
        if over and (promised or asked or path in future):
            quote = promised.quote if promised else fields[path].guidance[0] if asked else heads[max(span)]
            values = (("about", sentence[:40]), ("year", str(over[0])), ("years", "、".join(map(str, sorted(span)))))
            # Years of the plan beside it make it one of the plan.
            planned = bool(promised or asked) or any(year in span for year in years)
            sure = planned and _OTHERS.search(sentence) is None
            yield path, Flag("year_range", values, quote, paths=(path,), sure=sure)
        elif reached and done is not None and done > max(reached.years):
            quote = promised.quote if promised and done in promised.years else reached.quote
            yield path, Flag("year_done", (("about", sentence[:40]), ("year", str(done))), quote, paths=(path,))


def done_year(sentence: str) -> int | None:
    """The year named last before a word that tells something as done, and nothing as planned between."""
    done = _DONE.search(sentence)
    years = list(_YEAR.finditer(sentence[: done.start()])) if done is not None else []
    if done is None or not years or _PLANNED.search(sentence[max(years[-1].start() - 1, 0) : done.start()]):
        return None
    return int(years[-1][1])


def _abbreviations(case: Case) -> Iterator[tuple[str, Flag]]:
    if (rule := case.form.rule("abbreviation")) is None:
        return
    known: set[str] = set()
    for path, text in case.texts.items():
        for short in unexplained(text):
            if short not in known and not explained(text, short):
                model = any(char.isdigit() for char in short) or re.search(rf"{short}{_MODEL}", text) is not None
                sure = not model and short not in words_of("household")
                yield path, Flag("abbreviation", (("short", short),), rule.quote, paths=(path,), sure=sure)
            known.add(short)


def _secrets(case: Case) -> Iterator[tuple[str, Flag]]:
    if (rule := case.form.rule("declassification")) is None:
        return
    for path, sentence in case.sentences():
        word = next((word for word in words_of("secret") if word in sentence), "")
        if word and not any(f"{no}{word}" in sentence for no in words_of("denied")):
            values = (("word", word), ("about", sentence[:40]))
            yield path, Flag("secret", values, rule.quote, paths=(path,), sure=word in words_of("marked"))


def _heading(under: tuple[Quote, ...]) -> Quote | None:
    return next((quote for quote in under if _YEAR.search(quote.text)), None)
