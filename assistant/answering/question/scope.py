"""Which programmes a question is put to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.answering.answer import Question
from assistant.answering.question.frame import Frame
from assistant.answering.question.resolve import Resolver
from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact

_REACH = frozenset({"contact", "phone", "mobile", "fax", "email", "address"})


@dataclass(frozen=True, slots=True)
class Scope:
    """The programmes a question is put to; `chosen` says that it (or its history or a filter) named them."""

    programmes: tuple[str, ...]
    chosen: bool


def scope_of(frame: Frame, question: Question, resolver: Resolver) -> Scope:
    """The filter's programme, those named, those of the region named, else all that are held."""
    if question.programme and not frame.named:
        return Scope(_kinds(frame, (question.programme,), resolver), True)
    everything = "all_programmes" in frame.marks or "which_programme" in frame.asks
    if frame.named and "all_programmes" in frame.marks and not frame.inherited:
        local = tuple(p for p in resolver.in_region(frame.places) if p not in frame.named)
        if local and not set(resolver.in_region(frame.places)) & set(frame.named):  # 某市那几个平台和另一个项目
            return Scope(_kinds(frame, (*local, *frame.named), resolver), True)
    if frame.named and not (everything and frame.inherited):
        return Scope(_kinds(frame, frame.named, resolver), True)
    if issued := resolver.of_issuer(frame.text.lower()):
        return Scope(_kinds(frame, issued, resolver), True)
    local = resolver.in_region(frame.places)
    if local:
        return Scope(_kinds(frame, local, resolver), True)
    if frame.local and not everything:
        return Scope(_kinds(frame, frame.local, resolver), True)
    return Scope(_kinds(frame, resolver.held(), resolver), False)


def of_whom(frame: Frame, stated: Mapping[str, Iterable[Statement]]) -> tuple[str, ...]:
    """The programmes that name the person as a contact of whom the question asks how to be reached."""
    if not frame.concepts & _REACH:
        return ()
    people = {p: {s.value.person for s in said if isinstance(s.value, Contact)} - {""} for p, said in stated.items()}
    return tuple(p for p, held in people.items() if any(name in frame.text for name in held))


def _kinds(frame: Frame, programmes: tuple[str, ...], resolver: Resolver) -> tuple[str, ...]:
    """The kinds of a programme in its place where the question is who may fill a role in it."""
    named = frame.units or frame.of_nobody
    if not (frame.role and named and (frame.whether or "demand" in frame.marks)):
        return programmes
    kinds = resolver.kinds()
    return tuple(k for p in programmes for k in ([k for k in kinds if k.startswith(p + "/")] or [p]))
