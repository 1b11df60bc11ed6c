"""What is to be handed in with the form. Nothing of it stands in the form, so it is told and not judged."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.precheck.filing import Filing
from assistant.precheck.report import Point

_LIST = regex(r"附件|材料(?:清单|目录)|(?:支撑|佐证|证明)材料")


def found(filing: Filing) -> Iterator[Point]:
    """Each thing wanted: missing for sure only where the form has a place that lists what is enclosed and it is not
    named there."""
    listed = [p for p in filing.mine() if _LIST.search(p.field.label.text) and not p.field.repeat and p.text.strip()]
    proofs = [p for p in filing.mine() if _LIST.search(p.field.label.text) and p.field.repeat and p.text.strip()]
    for wanted in filing.known.wanted:
        values = (("name", wanted.name),)
        if wanted.sort != "paper":
            yield Point("attachment", "unknown", f"attach_{wanted.sort}", values, (), wanted.quote)
        elif any(wanted.name in place.text for place in listed):
            yield Point(
                "attachment", "pass", "attach_listed", values, filing.spots(p.path for p in listed), wanted.quote
            )
        elif listed:
            spots = filing.spots(place.path for place in listed)
            yield Point("attachment", "fail", "attach_missing", values, spots, wanted.quote)
        elif not any(wanted.name in place.field.label.text for place in proofs):
            yield Point("attachment", "unknown", "attach_paper", values, (), wanted.quote)
    if proofs:
        named = (("name", "".join(proofs[0].field.label.text.split())), ("n", str(len(proofs))))
        spots = filing.spots(place.path for place in proofs[:20])
        yield Point("attachment", "unknown", "attach_proofs", named, spots, proofs[0].field.label)
