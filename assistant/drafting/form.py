"""A form of a guideline as a value: what it prints, what is to be filled in where, and under which limits.

Everything that the document prints is a located quote. What is ours is marked so: ids, kinds, the layout of a table,
remarks. A field is known by its `path`: ASCII, stable, unique in its form ("cover.name", "4.2", "2.majors.2023").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafting.field import Field, FilledBy, Remark
from assistant.drafting.rule import Rule, RuleKind
from assistant.drafting.table import Line, Printed, Repeat, Table
from assistant.guideline.quote import Quote

Block = Printed | Line | Field | Table
"""What a section is made of, in order. A Field that stands alone is headed by its label, unless its path is the id of
the section, whose title that is then."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form. `level` 1 for 一、 and 1., 2 for what stands below; `title` None for a cover and for a form
    without parts. `notes` are the footnotes printed below it, with their marks. `new_page` where it begins one."""

    id: str
    title: Quote | None
    level: int
    blocks: tuple[Block, ...]
    notes: tuple[Quote, ...] = ()
    new_page: bool = False

    def fields(self) -> Iterator[Field]:
        """Its fields in order."""
        for block in self.blocks:
            if isinstance(block, Field):
                yield block
            elif isinstance(block, Line | Table):
                yield from block.fields()


@dataclass(frozen=True, slots=True)
class Total:
    """A number of the form that is the sum of others: 合计 of its rows, 人员总数 of 专职 and 兼职. All are paths."""

    path: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form whose text is held. `annex` is as printed ("附件1.2"), `anchor` the clause that heads it. `programmes`
    are those that use it; `names` what else it is called, the first its title in plain words. `sent` are the words
    on where and when it goes; `remarks` what of its layout is our reconstruction. `among` are numbers with parts (其中)
    that may be fewer than the whole."""

    id: str
    document: str
    programmes: tuple[str, ...]
    annex: str
    anchor: str
    title: Quote
    names: tuple[str, ...]
    cover: Section | None
    instructions_title: Quote | None
    instructions: tuple[Quote, ...]
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...] = ()
    filled_by: FilledBy = "applicant"
    sent: tuple[Quote, ...] = ()
    remarks: tuple[Remark, ...] = ()
    totals: tuple[Total, ...] = ()
    among: tuple[Total, ...] = ()

    def parts(self) -> Iterator[Section]:
        """The cover, then the sections."""
        if self.cover is not None:
            yield self.cover
        yield from self.sections

    def fields(self) -> Iterator[Field]:
        """Every field in the order of the form."""
        return (field for part in self.parts() for field in part.fields())

    def repeats(self) -> Iterator[Repeat]:
        """Every kind of repeated row in the order of the form."""
        for part in self.parts():
            for block in part.blocks:
                if isinstance(block, Table):
                    yield from block.repeats

    def rule(self, kind: RuleKind) -> Rule | None:
        """The first rule of the kind, None where the form states none."""
        return next((rule for rule in self.rules if rule.kind == kind), None)


@dataclass(frozen=True, slots=True)
class AbsentForm:
    """A form that a document only mentions. `requirements` are the document's words on what it must hold and how it is
    handed in; nothing else is known of it, and whom to ask for it stands on the cards of its programmes."""

    id: str
    document: str
    programmes: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[Quote, ...]
    requirements: tuple[Quote, ...]


Notice = tuple[str, str]
"""What could not be used and why, for whoever keeps the corpus, in Chinese and English."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Every form of a corpus, in the order of their files. A form that does not fit its document is left out of
    `held`, and `notices` say so."""

    held: tuple[Form, ...]
    absent: tuple[AbsentForm, ...]
    notices: tuple[Notice, ...] = ()
