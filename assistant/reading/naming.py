"""Which programmes a new document announces, and what they are called."""

from __future__ import annotations

import re

from assistant.guideline.clause import Clause
from assistant.guideline.document import Entry, Programme

_QUOTED = re.compile("“([^“”]{3,30})”")
_SHORT = re.compile(
    r"[“\"]?([\u4e00-\u9fffA-Za-z0-9“”（）、]{2,40}?)[”\"]?"
    r"[（(](?:以下|下文)(?:统一?)?简?称(?:为)?\s*[:：]?\s*[“\"]?([^”\"“）)，。；、]{2,16})[”\"]?"
)
_LEADS = re.compile(
    r"(?:和(?!平|田|县|顺|静|龙)|及|与|暨|、|"
    r"印发|转发|重新发布|更新|推出|供应|推报|推选|选派|选送|寻找|举办|征召|招收|招募|下达|拨付|调整|"
    r"组织|开展|做好|启动|推进|申报|推荐|遴选|征集|公布|加强|实施|认定|开展好|发布|组建|建设|进一步|深入|申请|评选|评审|培育|创建|全面|报送|首批|受理|接受|"
    r"第[一二三四五六七八九十\d]+批|\d{4}(?:[—-]\d{4})?年度?|本年度)"
)
_TAILS = re.compile(
    r"(?:的|和|及|与|并?做好|(?<=\d{4}年)|(?:\d{4}年度?)|预?申报|报名|申领|领取|发放|受理|配租|认定|建设|评审|"
    r"推荐|遴选|培育|创建|征集|管理|工作|实施|暂行|试行|申请|评选|立项|组织|备案|评估|评价|考核|有关事项|相关|有关|"
    r"命名|复核|复评|验收|考评|年检|抽查|设立|选聘|聘任|招聘|招募|选拔|选派|评定|授牌|复审|"
    r"通知|公告|指南|办法|细则|方案|意见|规定|规则|通告|启事|函|制度|要点)$"
)
_PLACE = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,6}?(?:省|(?<!城)市|自治区|自治州|县|新区)(?:级)?|[省市](?![域级内外直属场政民])|全国|全省|全市|国家级|省级|市级)"
)
_OFFICE = re.compile(
    r"^[\u4e00-\u9fff]{2,20}?(?:委员会|管委会|办公室|人民政府|部门|厅|局|部|委|联合会|协会|学会|总会)(?=[\u4e00-\u9fff]{4})"
)
_KIND = re.compile(
    "(?:学院|基地|中心|联合体|共同体|工坊|驿站|平台|实验室|研究院|园区?|联盟|集群|工作站|工作室|车间|项目|工程|计划|"
    "岛|站|港|坊|营|室|院|体|所|点|校|群|工厂|[型性]企业|(?<!申报)(?<!牵头)(?<!有关)单位|导师|工匠|名师|名医)$"
)


_WHO = re.compile(
    "(?<=试点|计划|工程|基地)(?:学校|院校|单位|企业|机构|人选|人员|项目)$"
)  # 试点学校 are asked about as 试点
_CLASS = re.compile(r"[A-Z甲乙丙丁一二三四][类级型档]")
_TORN = "级型类性化"  # what ends a word of its own begins no name: 市|级创业园
# What any programme is called; as a short name it would be heard in every question.
_ANY = re.compile(
    "(?:(?:建设|培养|培育|协作|合作|试点|专项|申报)?(?:项目|工程|计划|活动|工作|专项|试点|平台|基地|中心))$"
)


def guessed_programmes(document: str, entry: Entry, clauses: tuple[Clause, ...]) -> tuple[Programme, ...]:
    """The programmes that the title names, with the short names that the text defines."""
    shorts = _shorts(clauses)
    headings = [c.heading or c.text for c in clauses if c.kind == "heading"]
    defined = [long for long, _ in shorts]
    cores = next((c for said in (entry.title, *_subjects(clauses)) if (c := _cores(said, defined, headings))), [])
    if not cores:
        return (Programme(document, document, (entry.title or document,)),)
    annexes = [c for c in clauses if c.kind == "heading" and re.fullmatch(r"a\d+", c.id)]
    found: list[Programme] = []
    for k, core in enumerate(cores, 1):
        names = [core, *_trimmed(core), *_longer(entry.title, core)]
        if len(cores) > 1 and len(plainly := _WHO.sub("", core)) >= 4:
            names.append(plainly)
        plain = _without_kind(core)
        for long, short in shorts:
            shared = _shared(long, [*names, *plain])
            if shared and not any(_shared(long, [other]) for other in cores if other != core):
                names += [shared] if _ANY.match(short) or _CLASS.fullmatch(short) else [shared, short]
        names += [
            n for n in _on_forms(annexes) if _told_by(n, core) and not any(_told_by(n, o) for o in cores if o != core)
        ]
        own = [c for c in annexes if names[-1] in c.text or core in c.text or any(n in c.heading for n in names)]
        annex = own[0].id if len(cores) > 1 and len(own) == 1 else ""
        identity = document if len(cores) == 1 else f"{document}-{k}"
        found.append(Programme(identity, document, tuple(dict.fromkeys(names)), (), annex))
    return tuple(found)


# "关于转发《……办法》并做好……工作的通知" is about what the inner title names.
_PASSED_ON = re.compile(r"(?:转发|印发|(?<!的)发布)《(?P<inner>[^《》]{6,80})》")
_SUBJECT = re.compile(
    r"《([^《》]{0,40}关于[^《》]{4,60}|[^《》]{6,60}(?:指南|办法|方案|细则|通知|公告))》(?=予以|印发|转发|（|发布)"
    r"|(?:现将|现就)([^，。；：]{4,60}?)(?:的)?(?:有关|相关)(?:事项|工作|事宜|要求|安排)"
    r"|([^，。；：]{0,20}关于[^，。；：]{4,50}的(?:通知|公告))"
)
_OPENING = 8  # clauses among which a text without a title says what it is about


def _subjects(clauses: tuple[Clause, ...]) -> list[str]:
    """What a text says it is about in its first clauses, where its title does not say it."""
    found = (m for c in clauses[:_OPENING] for m in _SUBJECT.finditer(c.text))
    return [m[1] or m[2] or m[3] for m in found]


_FORM = re.compile(
    r"^(?:附件\s*\d*\s*)?(?P<name>[\u4e00-\u9fff“”·]{4,24}?)(?:[（(][^（）()]{1,8}[）)])?(?:申报|申请|推荐|登记)(?:书|表)"
)
_ALIKE = 4  # characters in a row that a form's name and a programme's have


def _on_forms(annexes: list[Clause]) -> list[str]:
    """What the forms are for, by their own titles: a title says it in short ("工作站申请表")."""
    found = (m["name"] for c in annexes if (m := _FORM.match(c.heading or c.text)))
    return list(dict.fromkeys(name for form in found for name in (form, *_trimmed(form), *_without_kind(form))))


def _told_by(name: str, core: str) -> bool:
    """Whether what a form is for is called like the programme."""
    return any(name[i : i + _ALIKE] in core for i in range(len(name) - _ALIKE + 1))


def _cores(title: str, defined: list[str], headings: list[str]) -> list[str]:
    """The names in a title: those in quotation marks, else what is left without its official wrapping, taken apart
    where it names several things ("甲工作站设立和乙基地认定")."""
    if title.endswith(("：", ":", "！", "!")) or title.startswith("【"):
        return []  # it greets or cries, and names nothing
    if passed := _PASSED_ON.search(title):
        return _cores(passed["inner"], defined, headings)
    _, about, rest = title.partition("关于")
    words = re.sub(r"[（(〔][^（）()〔〕]{1,14}[)）〕]$", "", rest if about else title)
    words = words.replace("《", "").replace("》", "")
    if not about:
        words = re.sub(r"^[^“”]*?\d{4}年度?", "", _OFFICE.sub("", words))
    if quoted := _QUOTED.findall(words):
        return quoted
    words = _unwrapped(words)
    parts = [_unwrapped(p) for p in re.split("、|和|及|与|暨", words)]
    apart = [h for h in headings if words not in h]

    def one(part: str) -> bool:
        """Whether the part is a thing of its own: by its noun, or because the text defines it or heads a section so."""
        return bool(
            _KIND.search(part)
            or any(_shared(d, [part]) for d in defined)
            or any(part in h or len(h) >= 4 and part.endswith(h) for h in apart)
        )

    if len(parts) > 1 and all(len(p) >= 4 and one(p) for p in parts):
        return parts
    return [words] if 3 <= len(words) <= 40 else []


def _unwrapped(words: str) -> str:
    """The words without what official titles put before and behind a name."""
    while True:
        shorter = _TAILS.sub("", _LEADS.sub("", words, count=1) if _LEADS.match(words) else words)
        shorter = re.sub(r"[（(][^（）()]{1,8}[)）]$", "", shorter)
        if shorter == words or len(shorter) < 4:
            return words
        words = shorter


def _longer(title: str, core: str) -> list[str]:
    """The quoted name with the noun after it: “灯塔”协作项目 gives 灯塔协作项目."""
    _, found, rest = title.partition(f"“{core}”")
    noun = re.split("申报|认定|征集|遴选|评审|立项|的通知|管理|工作|[“和与、]", rest)[0] if found else ""
    ends = (n for n in range(2, min(len(noun), 12) + 1) if _KIND.search(noun[:n]) and (n == len(noun) or n < 6))
    return [core + noun[:n] for n in list(ends)[-1:]]


def _trimmed(core: str) -> list[str]:
    """The name without the place, the office and the year before it."""
    names: list[str] = []
    words = core
    for _ in range(3):
        shorter = re.sub(r"^\d{4}年度?", "", _PLACE.sub("", _OFFICE.sub("", words)))
        if shorter == words or len(shorter) < 4:
            break
        words = shorter
        names.append(words)
    return names


def _without_kind(core: str) -> list[str]:
    """The name without "(建设)项目" at its end: the text defines its short name on what stands before it."""
    plain = re.sub(r"(?:建设|培育|创建)?(?:项目|计划|工程|活动|专项)$", "", core)
    return [plain] if len(plain) >= 4 and plain != core else []


def _shorts(clauses: tuple[Clause, ...]) -> list[tuple[str, str]]:
    return [
        (match.group(1), match.group(2))
        for clause in clauses
        if clause.kind in ("paragraph", "item", "heading")
        for match in _SHORT.finditer(clause.text)
    ]


def _shared(long: str, names: list[str]) -> str:
    """The words, four or more, in which the defined phrase ends like one of the names; "" where none."""
    plain = long.replace("“", "").replace("”", "")
    for name in names:
        k = 0
        while k < min(len(plain), len(name)) and plain[-1 - k] == name[-1 - k]:
            k += 1
        if k >= min(4, len(name)):
            return name[-k:].lstrip(_TORN)
    return ""
