"""Where a rule wants a unit to be, and whether a place told lies there."""

from __future__ import annotations

from assistant.guideline.patterns import regex
from assistant.programmes.regions import regions
from assistant.programmes.units import Relation

COUNTRY = "中国"
_PROVINCE = regex(r"省域|本省|我省|全省|省内|省外|省以外|外省")
_COUNTRY = regex(r"境内|国内|境外|国外|海外|中国")
_LOCAL = regex(r"市域|本市|我市|全市|市内|市外|外市|市以外|区域|当地|本地|外地|异地|属地")
_SHORT = regex(r"在([\u4e00-\u9fff])(?=$|部属|省属|市属|高校|央属|院校|企业|单位)")


def home(region: str) -> str:
    """The place a document is issued for: the narrowest its catalogue names, "" for the whole country or unknown."""
    places = regions().places(region)
    return places[-1] if places else ""


def zone(words: str, local: str) -> str:
    """The place that words of a document issued for `local` mean: 市域, 省内, 杭州市, 境内; "" where that is unknown."""
    if named := regions().places(words):
        return named[-1]
    if _PROVINCE.search(words):
        return regions().province(local)
    if _COUNTRY.search(words):
        return COUNTRY
    short = _SHORT.search(words)
    if _LOCAL.search(words) or short and local.startswith(short[1]):
        return local
    return ""


def lies(place: str, where: str) -> Relation:
    """Whether the place told lies inside a zone, outside it, or that cannot be said."""
    if not place or not where:
        return "overlap"
    if place == "abroad":
        return "outside"
    if where == COUNTRY:
        return "inside"
    if place == "elsewhere-province":
        return "outside"
    if place == "elsewhere":  # another city may lie in the same province
        return "overlap" if regions().province(where) == where and regions().holds(where) else "outside"
    if regions().within(place, where):
        return "inside"
    return "overlap" if regions().within(where, place) else "outside"
