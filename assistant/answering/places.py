"""Whether a unit from elsewhere may fill a role."""

from __future__ import annotations

from assistant.answering.finding import Finding
from assistant.answering.scene import Scene
from assistant.guideline.patterns import regex
from assistant.programmes.regions import regions

_OUTSIDE = regex(r"(?:市域|市|省域|省|区域|辖区|本地)(?:以)?外")


def place(scene: Scene) -> Finding | None:
    """A place outside the region that the rule on the role allows."""
    region = regions().places(scene.guideline.entry.region)
    places = [p for p in scene.frame.places if p not in ("elsewhere", "abroad")]
    outside = [p for p in places if region and not regions().within(p, region[-1])]
    elsewhere = "elsewhere" in scene.frame.places or "abroad" in scene.frame.places
    if not outside and not (elsewhere and not places):
        return None
    if (
        outside
        and scene.frame.role in ("joint", "member")
        and regions().within(outside[0], regions().province(region[0]))
    ):
        near = [s for s in scene.statements if s.role == "joint" and any("省" in u.feature("region") for u in s.units)]
        if near:
            return Finding(
                scene.programme, "answered", "yes", near[0].quote.text, (near[0].quote,), "inside",
                (("asked", outside[0]), ("role", "role_joint")), 10.0, 1.0,
            )  # fmt: skip
    for statement in scene.statements:
        if statement.attribute != "unit" or statement.role != scene.frame.role or statement.modality != "must_not":
            continue
        if _OUTSIDE.search(statement.quote.text):
            asked = (
                outside[0]
                if outside
                else "本地域外的单位"
                if scene.frame.language == "zh"
                else "a unit outside the region"
            )
            return Finding(
                scene.programme, "answered", "no", statement.quote.text, (statement.quote,), "region_no",
                (("asked", asked), ("role", f"role_{statement.role}")), 10.0, 1.0,
            )  # fmt: skip
    return None
