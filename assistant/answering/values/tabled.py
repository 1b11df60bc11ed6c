"""Answers out of a table: the cell of a row and a column, the whole row, or a column all down the table.

A value is told with the name of its column, and the row that bears it is quoted whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, days_in, quantities_in, spoken
from assistant.answering.question.asked_units import asked_unit
from assistant.answering.question.term import Term
from assistant.answering.sentences.passages import bare
from assistant.answering.sentences.spans import whole
from assistant.answering.values.grids import Table, likeness, parts_of, tables_of
from assistant.answering.values.lists import speaks
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences

_PARTS = regex(r"[，,、；;。？?！!]|以及|(?<!总)[和与及跟](?!其)")
_ASKED = regex(
    r"多少|几|多[大久长]|差|最[低高多少]|至少|要求|标准|限额|名额|分值|各|分别|\bhow (?:many|much)\b|\bminimum\b|\blimit"
)
_EACH = regex(r"各(?!单位|校|地|类|位|方|级)|分别|哪[些几]|每[项个]|一览|全部|\beach\b|\brespectively\b")
_MADE_FOR = regex(r"谁|哪家|由哪|什么时候|何时|几号|哪天|\bwhen\b|\bwho\b")
_SCORED = regex(r"分值|分数|得分|满分|权重|序号")  # columns whose bare figures count no things
_NONE, _FIGURE = regex(r"不[^，。]{0,3}[求限]"), regex(r"\d")
_REMARK = regex(r"备\s?注|说明")  # on what terms a value holds
_MEASURE = regex(r"(?:金额|数额|额度|总额|标准|数量|数目|人数|比例|[上下]限)$")
_UNIT = regex(r"[（(]([一-鿿㎡]{1,4})[）)]")
_ABOVE = regex(r"[上前下]表|表中|以上指标|上述指标")
_BOUND = frozenset({"count_limit", "condition"})
_PRESUPPOSED = frozenset({"recognise"})  # who asks what is given takes the recognition for granted
_BARE_UNIT = regex(r"[（(](?:单位[：:]\s*)?(?P<unit>[一-鿿㎡/]{1,6})[)）]")
_MONEY = regex(r"[（(](?:单位[：:]\s*)?[万亿千]?元(?:/[一-鿿]{1,3})?[)）]")
_PLAIN = regex(r"[≥≤]?\s*[\d.,，]+(?=$|[（(])")
_WEIGHTY, _STRANGE = 2.4, 1.0
_COUNTED, _COUNTS = ("个", "名", "位", "人"), {"count", "people", "persons"}
_MOST = 12  # rows that a list tells


def tabled(scene: Scene) -> Finding | None:
    """What a table tells of the rows that the question names, or of all its rows where it asks for each."""
    frame = scene.frame
    asked = _ASKED.search(frame.masked) or frame.inherited and "how_many" in frame.asks
    if frame.whether or not asked or _MADE_FOR.search(frame.masked) or not scene.chosen:
        return None
    held = [t for t in tables_of(scene.guideline) if any(speaks(scene, r) for r in t.rows)]
    options = [f for t in held if (f := _down(scene, t) or _rows(scene, t))]
    return max(options, key=lambda f: f.score) if options else None


def _down(scene: Scene, table: Table) -> Finding | None:
    """A column all down the table, where each of what it lists is asked for by its name or its number."""
    text = scene.frame.text.lower()
    columns = named_columns(scene, table) or table.measured
    rows = [r for r in table.rows if any(c in columns for c, _ in table.values(r))]
    if not _EACH.search(text) or not 1 < len(rows) <= _MOST:
        return None
    numbered = any(q.interval.exact and q.interval.low == len(rows) for q in scene.frame.quantities)
    keys = [n for c in table.columns[: table.keys] for n in parts_of(c)]
    least = 2 if numbered else 4
    named = max((len(n) for n in (*keys, *_headings(table)) if len(n) >= least and n in text), default=0)
    return _finding(scene, table, rows, columns, (), 14.0 + named) if named else None


def _headings(table: Table) -> tuple[str, ...]:
    """The words of the nearest heading above the table, its label aside."""
    place = table.rows[0].path[-1] if table.rows[0].path else ""
    return parts_of(place.rpartition("、")[2].rpartition("）")[2] if "）" in place[:4] else place.rpartition("、")[2])


def _rows(scene: Scene, table: Table) -> Finding | None:
    """The rows named part by part, with the sentence on each part that the table says nothing of."""
    columns = named_columns(scene, table)
    parted = _parted(scene, table, columns)
    if parted is None or not parted[0] or parted[1] and not columns:
        return None
    remarks = tuple(c for c in table.columns if columns and _REMARK.search(c))
    return _finding(scene, table, sorted(parted[0], key=lambda r: r.order), (*columns, *remarks), parted[1], 13.0)


def rows_named(scene: Scene, table: Table) -> tuple[Clause, ...]:
    """The rows that the question names, none where it asks for anything that they do not tell."""
    rows, beside = _parted(scene, table, named_columns(scene, table)) or ((), ())
    return () if beside else tuple(rows)


def _parted(
    scene: Scene, table: Table, columns: tuple[str, ...]
) -> tuple[tuple[Clause, ...], tuple[Quote, ...]] | None:
    """The rows and the sentences beside the table that the parts of the question ask for; None where it leaves one
    out."""
    frame = scene.frame
    own = tuple(t for t in frame.terms if t.weight >= 0.5 and _within(t, frame.masked))
    rows: list[Clause] = []
    beside: list[Quote] = []
    for part in _PARTS.split(frame.masked):
        terms = tuple(t for t in own if _within(t, part) and not _of_columns(t, table))
        row = _row(scene, table, part, terms)
        if row is None and any(_weighs(scene, t, table) for t in terms):
            quote = _sentence(scene, tuple(t for t in terms if _weighs(scene, t, table)), table)
            if quote is None:
                return None
            beside.append(quote)
        elif row is not None and row not in rows and _of_unit(part, table, row):
            if any(_weighs(scene, t, table) and not _told_of(t, table, row) for t in terms):
                return None
            rows.append(row)
    if (
        not rows
        and frame.inherited
        and columns
        and not any((t.kind == "unit" or t.weight >= _WEIGHTY) and not _of_columns(t, table) for t in own)
    ):
        row = _row(scene, table, "", tuple(t for t in frame.terms if not _within(t, frame.masked)))
        rows = [row] if row else []
    return tuple(rows), tuple(beside)


def _row(scene: Scene, table: Table, part: str, terms: tuple[Term, ...]) -> Clause | None:
    """The row that a part of the question names better than any other; what the programme is called is not in it."""
    for name in (n for c in table.columns for n in parts_of(c)):
        part = part.replace(name, " ")
    named = {r: tuple(_without(n, scene.names) for n in table.names(r)) for r in table.rows if speaks(scene, r)}
    scored = sorted(((likeness(names, part, terms), -r.order, r) for r, names in named.items()), key=lambda s: s[:2])
    if not scored or scored[-1][0] <= 0 or len(scored) > 1 and scored[-1][0] == scored[-2][0]:
        return None
    return scored[-1][2]


def _without(name: str, own: tuple[str, ...]) -> str:
    """What a row is called beside the programme's own name ("新认定" of "新认定工作站")."""
    held = max((n for n in own if n in name and len(name) - len(n) >= 2), key=len, default="")
    return name.replace(held, "") if held else name


def named_columns(scene: Scene, table: Table) -> tuple[str, ...]:
    """The columns of values that the question names, in its words or in words for the same."""
    text = scene.frame.text.lower()
    values = table.columns[table.keys :]
    if named := tuple(c for c in values if any(n in text for n in parts_of(c))):
        return named
    telling = [t for t in scene.frame.terms if _within(t, text) and not _BOUND & {*t.concepts}]
    asked = [a for t in telling for a, f in t.alternatives if f >= 0.7]
    return tuple(c for c in values if any(len(a) > 1 and a in c.lower() for a in asked))


def _weighs(scene: Scene, term: Term, table: Table) -> bool:
    """Whether the term asks for something that is neither said by where the table stands nor who asks."""
    if _PRESUPPOSED & {*term.concepts} or _of_issuer(scene, term):
        return False
    if any(scene.lexicon.concepts[c].want == "money" for c in term.concepts) and _MONEY.search(table.place):
        return False  # figures in 万元 are what is given
    if term.kind == "unknown":
        return not _MEASURE.search(term.words) and term.weight >= _STRANGE
    place = f"{table.place} {scene.guideline.entry.title} {scene.guideline.entry.issuer} {' '.join(scene.names)}"
    return term.weight >= _WEIGHTY and not _explains(term, place.lower()) and not scene.frame.inherited


def _of_issuer(scene: Scene, term: Term) -> bool:
    """Whether the term says only at which level the document's own issuer gives it ("省里")."""
    own = scene.guideline.entry.issuer + scene.guideline.entry.title
    return "levels_where" in term.concepts and term.words.removesuffix("里")[:1] in own


def _told_of(term: Term, table: Table, row: Clause) -> bool:
    """Whether the row speaks of the term, which may hold the row's name with what it is counted in ("座位数")."""
    return _explains(term, row.text.lower()) or any(p in term.words for n in table.names(row) for p in parts_of(n))


def _explains(term: Term, text: str) -> bool:
    plain = bare(text)
    counted = term.words.rstrip("数量次") if term.kind in ("unknown", "word") else term.words
    return bool(counted) and counted in plain or any(bare(a) in plain for a, f in term.alternatives if f >= 0.7)


def _of_columns(term: Term, table: Table) -> bool:
    """Whether the term is but a piece of the name of a column, what is done with it aside (报示范)."""
    words = term.words if len(term.words) < 3 else term.words.lstrip("报评建申")
    return any(words in c.lower() for c in table.columns[table.keys :])


def _within(term: Term, text: str) -> bool:
    return any(w in text for w in (term.words, *term.also))


def _sentence(scene: Scene, terms: tuple[Term, ...], table: Table) -> Quote | None:
    """The sentence beside the table that speaks of these terms and of a column of it."""
    numbers = {i for i, t in enumerate(scene.frame.terms) if t in terms}
    for found in scene.found[:12]:
        text = found.passage.text
        classed = any(n in text for c in table.columns[table.keys :] for n in parts_of(c))
        if numbers <= found.own and classed and spoken(found.passage) and not found.passage.clause.cells:
            return whole(found.passage)
    return None


def _of_unit(text: str, table: Table, row: Clause) -> bool:
    """Whether the row tells figures of the kind asked for ("几天" is told by no number of people)."""
    asked = asked_unit(text)
    if asked is None or not asked[0]:
        return True
    units = _UNIT.findall(" ".join((table.name(row), *table.columns)))
    told = [_united(table, c, v) for c, v in table.values(row)] + [f"3{unit}" for unit in units]
    kinds = {q.dimension for v in told for q in quantities_in(v)}
    if not kinds:
        bare_figures = [v for c, v in table.values(row) if asked[1] == "points" or not _SCORED.search(c)]
        return any(_NONE.search(v) or _FIGURE.search(v) and not days_in(v) for v in bare_figures)
    return asked[1] in kinds or asked[0] in _COUNTED and bool(kinds & _COUNTS)


def _finding(
    scene: Scene,
    table: Table,
    rows: Sequence[Clause],
    columns: tuple[str, ...],
    beside: tuple[Quote, ...],
    score: float,
) -> Finding:
    said = [
        f"{table.name(r)}：" + "，".join(_told(table, c, v) for c, v in table.values(r) if not columns or c in columns)
        for r in rows
    ]
    also = exceptions(scene, table, rows) if len(rows) <= 2 else ()
    quotes = (*(span(r, 0, len(r.text)) for r in rows), *beside, *also)
    return Finding(
        scene.programme, "answered", None, "；".join((*said, *(q.text for q in (*beside, *also)))), quotes,
        score=score + len(rows), coverage=0.9,
    )  # fmt: skip


def _told(table: Table, column: str, value: str) -> str:
    """A cell told with the name of its column; a bare figure with the unit that the name or the caption gives it."""
    own = _BARE_UNIT.search(column)
    figure = _united(table, column, value)
    return f"{column.replace(own.group(), '') if own and figure != value else column}{figure}"


def _united(table: Table, column: str, value: str, row: str = "") -> str:
    """What a cell says, a bare figure in the unit that its column, its row or the caption gives it."""
    caption = table.rows[0].path[-1] if table.rows[0].path else ""
    own, above = _BARE_UNIT.search(column) or _BARE_UNIT.search(row), _BARE_UNIT.search(caption)
    if above and not quantities_in(f"3{above['unit']}"):
        above = None
    told, bare_figure = own or above, _PLAIN.match(value)
    return value[: bare_figure.end()] + told["unit"] + value[bare_figure.end() :] if told and bare_figure else value


def asked_cells(scene: Scene) -> tuple[tuple[Clause, str, str], ...]:
    """The cells that the question names, of all tables: the row, the column's name where it names one or the table has
    several of figures, and the figure with its unit."""
    found = []
    for table in tables_of(scene.guideline):
        columns = named_columns(scene, table) or table.measured
        for row in rows_named(scene, table):
            name = table.name(row)
            cells = [(c, _united(table, c, v, name)) for c, v in table.values(row) if c in columns]
            found += [(row, c if len(cells) > 1 or len(table.measured) > 1 else name, v) for c, v in cells]
    return tuple(found)


def exceptions(scene: Scene, table: Table, rows: Sequence[Clause]) -> tuple[Quote, ...]:
    """What a sentence below the table rules otherwise for a row that is told."""
    last = table.rows[-1]
    names = [p[:6] for r in rows for n in table.names(r) for p in parts_of(n)[:1]]
    found = []
    for clause in scene.guideline.clauses[last.order + 1 : last.order + 4]:
        for start, end in sentences(clause.text):
            text = clause.text[start:end]
            if _ABOVE.search(text) and any(n in text for n in names) and clause.kind in ("paragraph", "item"):
                found.append(span(clause, start, end))
    return tuple(found[:1])
