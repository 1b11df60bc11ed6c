"""Forms as they are kept: one TOML file a form, `corpus/forms/*.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

from assistant.drafting.field import Field, FilledBy
from assistant.drafting.fields import Surroundings, remarks_of
from assistant.drafting.form import AbsentForm, Form, Forms, Notice, Total
from assistant.drafting.places import ANYWHERE, Pages, Spot
from assistant.drafting.rows import Misfit, Row
from assistant.drafting.rules import rule_of
from assistant.drafting.sections import cover_of, section_of
from assistant.drafting.sums import among_of, sums_of
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_forms(folder: Path, guidelines: tuple[Guideline, ...]) -> Forms:
    """Every form of a folder, in the order of the documents and held against them; one that does not fit is left out
    with a notice."""
    held: dict[str, Form | AbsentForm] = {}
    notices: list[Notice] = []
    documents = {guideline.id: guideline for guideline in guidelines}
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            made = form_of(tomllib.loads(path.read_text("utf-8")), documents)
            if made.id in held:
                raise Misfit(f"another form has the id {made.id}")
            held[made.id] = made
        except (OSError, ValueError, RecursionError) as error:
            notices.append((f"表单 {path.name} 无法使用：{error}。", f"The form {path.name} cannot be used: {error}."))
    place = {(g.id, clause.id): (n, clause.order) for n, g in enumerate(guidelines) for clause in g.clauses}
    return Forms(
        tuple(sorted((f for f in held.values() if isinstance(f, Form)), key=lambda f: place[f.document, f.anchor])),
        tuple(form for form in held.values() if isinstance(form, AbsentForm)),
        tuple(notices),
    )


def form_of(held: object, documents: Mapping[str, Guideline]) -> Form | AbsentForm:
    """The form of a parsed file, held against the documents by their ids; Misfit where it does not fit."""
    row = Row(held, "the form")
    identity = row.words("id")
    if not _ID.fullmatch(identity):
        raise Misfit(f"{identity!r} is no id")
    row.what = identity
    name = row.words("document")
    if (guideline := documents.get(name)) is None:
        raise Misfit(f"there is no document {name}")
    programmes, names = row.texts("programmes"), row.texts("names")
    known = {programme.id for programme in guideline.programmes}
    if not programmes or not names or (strange := sorted(set(programmes) - known)):
        raise Misfit(
            f"its document founds no {strange[0]}" if programmes and names else "it has no programmes or names"
        )
    made = (_absent if row.flag("absent") else _held)(row, identity, guideline, programmes, names)
    row.done()
    return made


def _held(row: Row, identity: str, guideline: Guideline, programmes: tuple[str, ...], names: tuple[str, ...]) -> Form:
    anchor = row.words("anchor")
    pages, everywhere = Pages(guideline, anchor), Pages(guideline)
    filled_by = cast("FilledBy", row.one_of("filled_by", get_args(FilledBy), "applicant"))
    fields: dict[str, Field] = {}
    around = Surroundings(pages, everywhere, "", fields, filled_by=filled_by)
    front = row.row("cover", "the cover")
    said = row.raw("instructions_title")
    cover = cover_of(front, around, fields) if front is not None else None
    sections = tuple(section_of(one, around, fields) for one in row.rows("section", "a section"))
    totals = sums_of(tuple(fields.values()), [_total(one, fields) for one in row.rows("total", "a total")])
    made = Form(
        identity,
        guideline.id,
        programmes,
        row.words("annex"),
        anchor,
        pages.quote(row.raw("title"), Spot(anchor), "the title"),
        names,
        cover,
        pages.quote(said, ANYWHERE, "the title of the instructions") if said is not None else None,
        tuple(pages.whole(clause) for clause in row.texts("instructions")),
        sections,
        tuple(rule_of(one, pages, everywhere) for one in row.rows("rule", "a rule")),
        filled_by,
        _quotes(row, "sent", everywhere),
        remarks_of(row),
        totals,
        among_of(tuple(fields.values()), totals),
    )
    if not fields or len({section.id for section in made.sections}) < len(made.sections):
        raise Misfit("it has no fields, or two sections of one id")
    return made


def _total(row: Row, fields: Mapping[str, Field]) -> Total:
    made = Total(row.words("path"), row.texts("terms"))
    row.done()
    for path in (made.path, *made.terms):
        if path not in fields or fields[path].kind != "number":
            raise Misfit(f"a total adds up {path}, which is no number of the form")
    if len(made.terms) < 2 or len({fields[path].year for path in (made.path, *made.terms)}) > 1:
        raise Misfit(f"the total {made.path} needs two terms or more of its own year")
    return made


def _absent(
    row: Row, identity: str, guideline: Guideline, programmes: tuple[str, ...], names: tuple[str, ...]
) -> AbsentForm:
    pages = Pages(guideline)
    mentions = _quotes(row, "mentions", pages)
    if not mentions:
        raise Misfit("nothing is quoted that mentions it")
    return AbsentForm(identity, guideline.id, programmes, names, mentions, _quotes(row, "requirements", pages))


def _quotes(row: Row, key: str, pages: Pages) -> tuple[Quote, ...]:
    return tuple(pages.quote(held, ANYWHERE, key) for held in row.list(key))
