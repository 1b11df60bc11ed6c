"""Whether a telephone, an address or an office that the question names is the one to turn to."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, contacts_in
from assistant.answering.question.text import BUREAU
from assistant.answering.values.values import value, wanted

_LEAST = 0.42
_REACHING = frozenset(
    "phone email fax address contact mail submit organise office which_office notify person_in_charge bureau_edu "
    "bureau_industry bureau_reform ministry materials application_form electronic".split()
)


def how_to_reach(scene: Scene) -> Finding | None:
    """A yes where the contact told is the one that the question names, else a no; None where no leave to turn to
    somebody is asked about."""
    reach = scene.frame.concepts & {"phone", "email", "fax", "address", "contact"}
    asks_how = "permission" not in scene.frame.marks or re.search(r"咨询|联系|问|\bcontact\b", scene.frame.masked)
    if reach and asks_how and (kinds := wanted(scene)):
        made = value(scene, kinds[0], _LEAST)
        if made is None or not _rest_told(scene, made) or _another_office(scene, made):
            return None
        told = _named_told(scene, made) and _of_the_office(scene, made)
        return replace(made, verdict="yes" if told else "no")
    return None


def _another_office(scene: Scene, made: Finding) -> bool:
    """Whether the question names an office that what is told does not name."""
    named = [u.words for u in scene.frame.units if BUREAU.search(u.words)]
    return any(w.lstrip("省市区县") not in made.said for w in named)


def _of_the_office(scene: Scene, made: Finding) -> bool:
    """Whether the contact told is of an office that receives the programme's papers, where offices are told."""
    told = [c.office for c in contacts_in(made.said) if c.office]
    return not scene.offices or not told or any(o in scene.offices for o in told)


def _named_told(scene: Scene, made: Finding) -> bool:
    """Whether every word of the question that documents hold, a name say, stands in what is told."""
    return all(t.words in made.said.lower() for t in scene.frame.terms if t.kind == "word" and t.weight >= 2.0)


def _rest_told(scene: Scene, made: Finding) -> bool:
    """Whether what is told speaks of all that is asked about beside how to reach somebody."""
    rest = (t for t in scene.frame.terms if t.kind == "concept" and t.weight >= 2.0 and not _REACHING & set(t.concepts))
    return all(any(a in made.said.lower() for a, _ in t.alternatives) for t in rest)
