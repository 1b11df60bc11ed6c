"""Rules on one class of a programme ("综合型基地由院校牵头"): they rule nothing for who names another class."""

from __future__ import annotations

from itertools import permutations

from assistant.answering.grounds.scene import Scene
from assistant.guideline.statement import Statement

_NOUN = 2  # characters that the names of two classes end in alike, at least
_SORT = "型类级组"
_NAME = 2  # characters by which they differ, at least


def of_the_class(scene: Scene) -> tuple[Statement, ...]:
    """The statements without those on a class beside the one that the question names."""
    others = {other for _, other in _named(scene)}
    return tuple(s for s in scene.statements if s.attribute != "unit" or s.subject not in others)


def class_rules(scene: Scene) -> tuple[Statement, ...]:
    """The statements on the one class that the question names."""
    mine = {own for own, _ in _named(scene)}
    return tuple(s for s in scene.statements if s.attribute == "unit" and s.subject in mine)


def _named(scene: Scene) -> set[tuple[str, str]]:
    """Pairs of subjects, the class that the question names first and one that it does not name second."""
    subjects = sorted({s.subject for s in scene.statements if s.attribute == "unit" and s.subject})
    asked = scene.frame.masked
    pairs = ((one, other, _apart(one, other)) for one, other in permutations(subjects, 2))
    return {(one, other) for one, other, names in pairs if names and names[0] in asked and names[1] not in asked}


def _apart(one: str, other: str) -> tuple[str, str] | None:
    """What two subjects differ by before the noun that they share; None where they are no two classes of a thing."""
    shared = 0
    while shared < min(len(one), len(other)) and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    while shared > _NOUN and one[-shared] in _SORT:
        shared -= 1
    first, second = one[: len(one) - shared], other[: len(other) - shared]
    if shared < _NOUN or len(first) < _NAME or len(second) < _NAME:
        return None
    return first, second
