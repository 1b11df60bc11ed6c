"""Which programmes a question names: full names, short names, parts of names, look-alikes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answering.question.called_for import CalledFor
from assistant.answering.question.homes import Homes
from assistant.answering.question.text import clean, longest_part, pairs
from assistant.answering.question.whole_names import part_of_one, reaches, round_behind, with_round
from assistant.guideline.document import Guideline, Programme
from assistant.guideline.patterns import regex
from assistant.programmes.regions import regions

_LEVEL_BEFORE = regex(r"(国家级|全国|省级|省里的?|区级|县级|教育部的?|科技部的?)$")


_FOREIGN = regex(
    r"(?:申报|申请|牵头|参加|参与|参评|共建|加入|报)[^，。？?、]{0,6}?(?:20\d\d年度?)?(?P<place>[一-鿿]{2,3})(?:省|市|县|自治区)级?的?[“\"《]?"
    r"(?P<name>[一-鿿]{4,14}?)[”\"》]?(?=[，。？?、吗的要是能可由须需应有几最什]|$)"
)


_NEAR = 8  # characters
_BODY = regex(
    r"(?:^|(?<=[，。、的在为报对了于个项家跟和]))(?P<body>[\u4e00-\u9fff]{0,8}?[部局委厅])(?:里|上)?(?:搞|办|发|组织)?(?:的|那个|这个|那)*[“\"《]?$"
)
_LONG = {"工信部": "工业和信息化部", "发改委": "发展和改革委员会", "经信局": "经济和信息化局"}


# The noun of a kind of programme; 学院 are as often those who apply, 中心 and 机构 those who run one.
_NOUN = regex("(?:联合体|共同体|示范区|实验室|研究院|工作室|工作站|基地|工坊|驿站|车间|联盟)$")
_ALONE = r"(?:^|(?<=[，。、？?,的那这个家种类报做建办评批搞弄当申牵头]))"
_ENDED = r"(?!学校|公司|办公室|负责人)"


@dataclass(frozen=True, slots=True)
class Named:
    """A programme name at text[start:end]; several `programmes` where the short name is shared."""

    programmes: tuple[str, ...]
    held: bool
    start: int
    end: int


def _with_place(named: Named, text: str) -> Named:
    """The place in front of a name ("某某市…") belongs to it."""
    place = re.search(
        r"(?:^|(?<=[，。、的在为报对了于个项家\d]))[一-鿿]{2,4}(?:省|市|县|区|州)级?[“\"《]?$", text[: named.start]
    )
    return Named(named.programmes, named.held, place.start(), named.end) if place and named.held else named


_SHORT = 6  # characters of a name that several programmes may have
_OF_PLACE = regex(
    r"(?:省|市|县|区)?(?:的|里的?|那边的)?(?:[省市区县]级)?(?P<sort>示范性?|重点|特色|现代|高水平|优秀|新型|一流|品牌|骨干)?$"
)
_PLACE_BEHIND = regex(r"[”\")]? (?:of|in|from) (?P<place>[a-z]+|[一-鿿]{2,4})")


class Resolver:
    """Finds programme names in cleaned questions."""

    def __init__(self, guidelines: tuple[Guideline, ...]) -> None:
        self.programmes: dict[str, Programme] = {}
        self._where: dict[str, str] = {}
        names: dict[str, dict[bool, list[str]]] = {}
        for guideline in guidelines:
            for programme in guideline.programmes:
                self.programmes[programme.id] = programme
                self._where[programme.id] = clean(f"{guideline.entry.issuer} {guideline.entry.region}").lower()
                number = (guideline.entry.number,) if guideline.entry.number and programme.held else ()
                for name in (*programme.names, *programme.names_en, *number):
                    held = names.setdefault(clean(name).lower().strip("“”"), {})
                    held.setdefault(programme.held, []).append(programme.id)
            for programme in guideline.also:
                if guideline.entry.number and "/" not in programme.id:
                    held = names.setdefault(clean(guideline.entry.number).lower(), {})
                    held.setdefault(True, []).append(programme.id)
        self._regions = {p.id: regions().places(g.entry.region) for g in guidelines for p in g.programmes}
        self._names = {n: (tuple(h[True]) if True in h else tuple(h[False]), True in h) for n, h in names.items() if n}
        self._titles = {p.id: clean(g.entry.title) for g in guidelines for p in g.programmes}
        self.homes = Homes(guidelines)
        self.called = CalledFor(guidelines, self.homes)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for name in sorted(self._names, key=len, reverse=True):
            self._lengths[name[0]] = tuple(dict.fromkeys((*self._lengths.get(name[0], ()), len(name))))
        self._nouns = self._nouns_of_one()
        self.held_names = tuple(name for name, (_, held) in self._names.items() if held)
        self._full = tuple((clean(p.name).lower(), p.id) for p in self.programmes.values() if p.held)

    def held(self) -> tuple[str, ...]:
        """Ids of every programme whose document is here; kinds of a programme stand for themselves only."""
        return tuple(p.id for p in self.programmes.values() if p.held and "/" not in p.id)

    def kinds(self) -> tuple[str, ...]:
        """Ids of every held programme, each kind of one in its place."""
        held = [p.id for p in self.programmes.values() if p.held]
        return tuple(p for p in held if not any(k.startswith(p + "/") for k in held))

    def in_region(self, places: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of the programmes of a city or province that is named."""
        return tuple(p for p in self.held() if any(r in self._regions[p] for r in places))

    def find(self, text: str) -> tuple[Named, ...]:
        """Names in the lower-cased text, longest first at each place; parts of names where no name stands."""
        found: list[Named] = []
        i = 0
        while i < len(text):
            length = next((n for n in self._lengths.get(text[i], ()) if self._whole(text, i, n)), 0)
            if not length:
                i += 1
                continue
            ids, held = self._names[text[i : i + length]]
            start = reaches(text, i, i + length, self._in_full(ids)) if held else i
            found.append(self._placed(text, Named(ids, held, start, i + length)))
            i += length
        parts = self._parts(text)
        for part in parts:
            inside = [n for n in found if n.start < part.end and part.start < n.end]
            if all(n.end - n.start < part.end - part.start for n in inside):
                found = [n for n in found if n not in inside] + [self._placed(text, part)]
        found = found or self._by_noun(text)
        made = (self._with_round(self._with_issuer(_with_place(n, text), text), text) for n in found)
        return tuple(sorted(made, key=lambda n: n.start))

    def _nouns_of_one(self) -> dict[str, str]:
        """The nouns of kinds ("基地") in which the names of one held programme end and those of no other."""
        ends: dict[str, set[str]] = {}
        held = self.held()
        for p in held if len(held) > 1 else ():
            for noun in {m.group() for n in self.programmes[p].names if (m := _NOUN.search(n.strip("”“")))}:
                ends.setdefault(noun, set()).add(p)
        return {noun: min(programmes) for noun, programmes in ends.items() if len(programmes) == 1}

    def _by_noun(self, text: str) -> list[Named]:
        """The programme meant by the noun of its kind alone: there is no other of that kind ("报省赛的基地")."""
        made = ((p, m) for noun, p in self._nouns.items() for m in re.finditer(_ALONE + noun + _ENDED, text))
        return [Named((p,), True, *m.span()) for p, m in made][:1]

    def _with_round(self, named: Named, text: str) -> Named:
        """The year or the batch that the title of the document tells, beside a name, belongs to it."""
        titles = [self._titles.get(p, "") for p in named.programmes]
        start, end = with_round(text, named.start, titles), round_behind(text, named.end, titles)
        return replace(named, start=start, end=end) if named.held else named

    def _in_full(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The full name that several programmes share, or the one's own."""
        return tuple(clean(self.programmes[p].name).lower().strip("“”") for p in ids if len(ids) == 1)

    def _with_issuer(self, named: Named, text: str) -> Named:
        """The issuer in front of a name ("部里那个…", "市教育局的…") belongs to it."""
        body = _BODY.search(text[max(0, named.start - 14) : named.start])
        if not body or not named.held or not named.programmes:
            return named
        issuers = (self._where[p] for p in named.programmes)
        if not any(body["body"] in i or _LONG.get(body["body"], "　") in i for i in issuers):
            return named
        return Named(named.programmes, named.held, named.start - len(body.group()), named.end)

    def of_issuer(self, text: str) -> tuple[str, ...]:
        """Ids of the held programmes meant by their issuer and the noun of their kind: "工信部那个基地"."""
        kinds = {p: self.programmes[p].name.strip("”“")[-2:] for p in self.held()}
        return tuple(p for p, kind in kinds.items() if kind in text and self._issuer_named(p, text))

    def foreign(self, text: str, named: tuple[Named, ...], known: Callable[[str], bool]) -> bool:
        """Whether the text names no programme that is here, but one of a place: "申报某省某某工坊"."""
        match = _FOREIGN.search(text)
        if named or not match:
            return not named and self.called.elsewhere(text)
        return sum(not known(p) for p in pairs(match["name"])) >= 2

    def sibling(self, text: str, named: tuple[str, ...]) -> tuple[str, str]:
        """The kind of the programme spoken of before that the text means by the part which tells it from the others
        ("公共的呢"), and that part; ("", "") where it means none or several."""
        parents = {p.split("/")[0] for p in named}
        if len(parents) != 1:
            return "", ""
        kinds = {p.id: p.name for p in self.programmes.values() if p.held and p.id.startswith(f"{min(parents)}/")}
        alone = len(named) == 1 and "/" in named[0]
        found = [(k, m.group()) for k, name in kinds.items() if (m := _kind_named(_own_part(name, kinds), text, alone))]
        return found[0] if len(found) == 1 else ("", "")

    def chosen(self, found: tuple[Named, ...], text: str) -> tuple[tuple[str, ...], ...]:
        """The programmes of each held name; a shared short name is the one that is named in full elsewhere."""
        ends = [f.end for f in found]
        made = [self.choose(n, text) for n in found if n.held and not part_of_one(text, n.start, ends)]
        alone = {p[0] for p in made if len(p) == 1}
        return tuple(tuple(p for p in ids if p in alone) or ids for ids in made)

    def choose(self, named: Named, text: str) -> tuple[str, ...]:
        """The programmes of a shared short name, narrowed by issuer or region words beside it."""
        if len(named.programmes) < 2:
            return named.programmes
        places = regions().places(text)
        by_region = tuple(p for p in named.programmes if any(r in self._regions[p] for r in places))
        if by_region:
            return by_region
        by_issuer = tuple(p for p in named.programmes if self._issuer_named(p, text))
        return by_issuer or self._by_part(named, text) or self._by_words(named.programmes, text)

    def _by_part(self, named: Named, text: str) -> tuple[str, ...]:
        """The one programme of whose full name most stands right before the shared part: 灯塔那个联合体."""
        before = text[max(0, named.start - _NEAR) : named.start]
        lengths = {p: longest_part(self.programmes[p].name, before) for p in named.programmes}
        top = max(lengths.values())
        best = tuple(p for p, n in lengths.items() if n == top)
        return best if top > 2 and len(best) == 1 else ()

    def _by_words(self, programmes: tuple[str, ...], text: str) -> tuple[str, ...]:
        """The programmes of whose English names most words stand in the text, where some clearly lead."""
        words = set(re.findall(r"[a-z]{4,}", text))
        shares = {
            p: max(
                (len(words & set(re.findall(r"[a-z]{4,}", n.lower()))) for n in self.programmes[p].names_en), default=0
            )
            for p in programmes
        }
        top = max(shares.values())
        return tuple(p for p in programmes if shares[p] == top) if top > 1 else programmes

    def _issuer_named(self, programme: str, text: str) -> bool:
        where = self._where[programme]
        parts = [w for w in (where, *re.split(r"[\s、,，]+|(?<=部)", where)) if len(w) >= 3]
        return any(w in text or _abbreviated(w, text) for w in parts)

    def _whole(self, text: str, i: int, n: int) -> bool:
        word = text[i : i + n]
        if not 1 < n <= len(text) - i or word not in self._names:
            return False
        if not word[0].isascii():
            return True
        before, after = text[i - 1 : i], text[i + n : i + n + 1]
        return not (before.isascii() and before.isalnum()) and not (
            after.isascii() and after.isalnum() and after != "s"
        )

    def _placed(self, text: str, named: Named) -> Named:
        """A held name with another place or a higher level right before it is a look-alike, not held."""
        if not named.held:
            return named
        before = text[max(0, named.start - 8) : named.start]
        if text[named.start : named.end].startswith(("国家", "省", "教育部")):
            return named
        places = regions().places(before)
        if level := _LEVEL_BEFORE.search(before):
            ours = self.homes.of_level(named.programmes, level.group()[0])
            home = self._at_home(named, places[-1]) if places else ours
            return replace(named, held=home, start=named.start - len(level.group()) * home)
        near = _OF_PLACE.search(before)
        tail = before[: near.start()] if near else before
        if places and tail.endswith(places[-1]):
            if near and near["sort"] and named.end - named.start <= _SHORT:
                return Named(named.programmes, False, named.start, named.end)  # the place has its own sort of it
            if self.homes.elsewhere(named.programmes, places[-1]):
                return Named(named.programmes, False, named.start, named.end)
        behind = _PLACE_BEHIND.match(text, named.end)
        if (
            behind
            and (places := regions().places(behind["place"]))
            and self.homes.elsewhere(named.programmes, places[0])
        ):
            return Named(named.programmes, False, named.start, named.end)
        return named

    def _at_home(self, named: Named, place: str) -> bool:
        """Whether the programmes are of that place, by their issuer, region or title: there the level is theirs."""
        return all(
            place in self._where[p] or place in self._titles.get(p, "") or place in self._regions[p]
            for p in named.programmes
        )

    def _parts(self, text: str) -> list[Named]:
        """Runs of the question that are a full name with parts left out: "育人示范基地"."""
        best: dict[tuple[int, int], list[tuple[float, str]]] = {}
        for name, programme in self._full:
            if len(name) < 6:
                continue
            for match in re.finditer(re.escape(name[-2:]), text):
                end, start, at = match.end(), match.start(), len(name) - 2
                while start > 0 and (at := name.rfind(text[start - 1], 0, at)) >= 0:
                    start -= 1
                if end - start >= (4 if name.endswith(text[start:end]) else 5) and (end - start) / len(name) >= 0.4:
                    best.setdefault((start, end), []).append(((end - start) / len(name), programme))
        longest: dict[int, tuple[int, int]] = {}
        for start, end in best:
            if end not in longest or start < longest[end][0]:
                longest[end] = (start, end)
        found = []
        for place in longest.values():
            top = max(share for share, _ in best[place])
            ids = tuple(p for share, p in best[place] if share >= top - 1e-9)
            found.append(Named(ids, True, *place))
        return found


def _own_part(name: str, kinds: dict[str, str]) -> str:
    """What a kind is called before the part that all the kinds end in."""
    turned = [k[::-1] for k in kinds.values()]
    shared = next((n for n in range(len(name)) if any(t[: n + 1] != name[::-1][: n + 1] for t in turned)), len(name))
    return name[: len(name) - shared]


def _kind_named(part: str, text: str, alone: bool) -> re.Match[str] | None:
    """Where the text has the part as a kind ("公共的", "企业那类"); bare, too, where one kind was spoken of."""
    if len(part) < 2:
        return None
    tail = r"(?:[这那]?一?[类种个]|型|类|的)(?=呢|[，,?？]|$)"
    if alone:
        tail = r"(?:[这那]?(?:一?[类种个]|边)|型|类|的)(?![一-鿿]{2,})|(?=呢[?？]?$)"
    return re.search(rf"{re.escape(part)}(?:{tail})", text)


def _abbreviated(name: str, text: str) -> bool:
    """Whether the text has the ministry's name in short: three characters of it in order, from its first to its 部."""
    found = (match[1] for match in re.finditer(rf"(?=({re.escape(name[0])}[一-鿿]部))", text))
    return name.endswith("部") and any(short[1] in name[1:-1] for short in found)
