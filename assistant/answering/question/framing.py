"""What of a question counts: demands and glosses left out, denied roles and articles told apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.answering.question.lexicon import Lexicon, Match
from assistant.answering.question.resolve import Named
from assistant.answering.question.term import Term
from assistant.answering.question.text import A_NOT_A
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity, Role
from assistant.programmes.units import Mention

_ROLES: tuple[Role, ...] = ("lead", "joint", "builder", "member", "applicant")
_APPLY = regex(
    r"(?:申报|申请)(?!书|表|材料|单位|主体|条件|流程|方案|复[核议评审查]|重[审评]|延[期长]|变更|撤[回销]|退出|验收)|报名"
    r"|能报|可以报|报得|参评|[来去想要]报(?!告|道|销|备|送|批|一报)"
    r"|[能可][以否]?申(?!报|请|诉|辩|办)|\bapply|\beligible\b"
)
# What is applied for stands right behind, blanked: a programme's name.
_APPLY_FOR = regex(r"(?<![填上汇呈通预简日周月年])报(?!告|道|销|到|酬|送|给|批|备)[^，,。；;？?]{0,5} {2}")
_GO_IN = regex(r"(?:[能可会想要让]|不能)(?:不能|以|够)?进(?:入|到)? {2}")
_DONE_JOINTLY = regex(r"联合(?:带|培养|授予|开|办|打造|举办|制定|研发|攻关|培训|指导|发布|授课)")
_HANDED_IN = regex(r"(?:申报|推荐|报送|报)[了上]?$")
_TO_NAME = regex(
    r"(?P<before>\b(?:do|does|did)\b[^?.!]{2,80}?)(?P<verb>\bname\b)(?=\s*[?.!,]|$)"
    r"|(?P<none>^(?:please )?)(?P<order>name)(?= (?:the|all|two|three|four|five|six)\b)"
)
_TELL_ME = regex(
    r"^\s*(?:你|请|那|先|直接)*就?(?:直接)?(?:告诉|跟|和)我(?:说|讲)?[:：，,]?(?=.{6})"
    r"|^\s*(?:please |just |and |now )*confirm\b(?:, [^,.?!]{0,40},)?(?: to me)?(?: that)? (?!this\b|it\b)(?=.{6})"
)
_IN_QUOTES = regex(r"[“\"「『](?P<said>[^”\"」』]{7,80})[”\"」』]")
_EXAMPLE = regex(r"(?:比方说|比如说?|例如|譬如)[^，。？?；、]{1,16}(?=[，,])")
_NAME_GOES_ON = regex(r"[”\"》][一-鿿]{0,6}?(?:项目|计划|工程|行动|专项)")
_NOT_WANTED = regex(
    r"(?:(?<![能可会要是让准得该用也都])不(?:想|打算|准备|是|当|做|作为|去|来|负责|担任|需要|要|用)*|\b(?:not|n't) (?:as |be |to |want to |the )*)$"
)
_CHARGED = frozenset({"organise", "person_in_charge", "ministry", "which_office"})


def unparted(text: str, find: Callable[[str], tuple[Named, ...]]) -> str:
    """The text without a "这个" that parts a programme's name, where more of the name is found so."""
    whole = _PARTING.sub("", text)
    if whole == text:
        return text
    named, before = (sum(n.end - n.start for n in find(t.lower())) for t in (whole, text))
    return whole if named > before else text


def blank(text: str, named: tuple[Named, ...]) -> str:
    """Names are replaced by as many blanks, so that offsets stay; a name's kind word may still be a term."""
    for name in named:
        rest = _NAME_GOES_ON.match(text, name.end)
        end = rest.end() if rest else name.end
        text = text[: name.start] + " " * (end - name.start) + text[end:]
    return text


# That who wants to join does not want to lead says nothing that is asked: （不牵头）.
_NO_LEAD_ASIDE = regex(r"[（(](?:我们|并|也)?不(?:想|打算|准备|是|当|做|作为|去|来|负责|担任)*牵头(?:单位|方|的)?[）)]")
_OF_A_CALL = regex(r"牵头的 {1,2}")
_PARTING = regex(r"(?<=[一-鿿])[这那]个(?=[一-鿿])")
HELP_ASKED = regex(
    r"(?:办公室|主办方|主办单位|组织方|主管部门|[省市县区部]里|中心|你们)(?:能不能|会不会|可不可以|是否|能否|可以|能|会)(?:再|来|给|替|为)?"
    r"(?:[我咱]们?|学校|单位|企业)?(?:[给帮为替]|协助|推荐|介绍|牵线|对接|撮合|匹配|提供|定制)"
)
_APART = regex(r"(?:和|跟|与|同)[一-鿿]{1,6}?分开来?[、，,]?(?:单独)?")
_POINTED_AT = regex(
    r"(?:这样|这种|这么个?|此种|这类)的?(?:一[个种])?(?:组合|搭配|阵容|配置|班子|做法|情况|情形|安排|模式|写法|填法|弄法|操作|搞法|办法)"
    r"(?=[能可行成合符算对要需得会吗吧呢么，,？?。]|是否|$)"
)
# What may or must be, told with a question mark.
PUT_AS_QUESTION = regex(
    r"^(?!.*(?:什么|啥|何|哪|谁|几|多[少大长久]|怎|咋|(?<![们咱俺我你])那[里儿]|或者|还是))[^？?]*(?:"
    r"(?:(?<![可才])能|(?<!才)可以|可(?=[一-鿿]不)|照样|也行|就行)[^，,。；;？?呢]*(?:[？?]|[的了]?[哦咯喽咧啵噻哈呀啊])\s*[？?]*$"
    r"|(?:非[^，,。；;？?]{1,8}不可(?!以)|(?:(?:也|都)(?:要|得|需要?)|必须|非得|一定[得要])[^，,。；;？?呢]{1,10}|硬性要求)\s*[？?]+\s*$"
    # A statement with a question mark alone: 合作公司须有办公地？寄三份就够？公示只三天？
    r"|[一-鿿](?:须(?!知)|得(?![分票])|要(?![求素点件])|会(?![议员])|归|算|就?够|只(?:有|用|要|需)?(?=[两一二三四五六七八九十\d])|就(?!业))"
    r"(?!.*的\s*[？?])[^，,。；;：:？?呢]{0,12}[？?]+\s*$)"
)
# To look up which they are is to look it up; whoever it may be is the public.
_LOOKED_UP = regex(
    r"(?P<act>查(?:询|看|阅|得)?到?|看到|了解)(?:一下)?有?(?:哪些|哪几|什么)[个家所]?(?:地方|学校|单位|院校|高校|企业)?"
    r"(?:是|入选了?|被认定为|成了|成为|评上了?) {2,}"
)
_ANYBODY = regex(
    r"(?:随便|任意|任何)(?:一个|哪个|什么)?(?:(?:外面|外头|社会上|普通)的?)?人(?=[，,也都可能想要])"
    r"|(?:普通|一般|学生)?(?:的)?(?:家长|群众|老百姓|市民|记者|网友)(?:们)?(?=(?:也|都)?[想要能可][^，,。？?]{0,4}查)"
)
_KEPT = regex(r"(?:还|是否|能不能|能)*(?:保|留)(?:得住|得了|住(?![宿房在校人]))")
_LOST = regex(r"(?:保|留)不(?:住|了)(?!宿)")
_TITLE_HELD = regex(r"认定|称号|牌子?|资格|基地|名头|头衔")
# Whether the documents favour what is told before is whether they have it: ……，文件里鼓励这样做吗.
_FAVOURED = regex(
    r"[，,](?P<by>[^，,。？?]{0,24}?)(?:(?:支不支持|鼓不鼓励|支持|鼓励|提倡|倡导)(?:这种|这样的?|这么|这类)(?:做法|干|搞|做|办|操作|合作)?"
    r"|(?:符合|契合|属于|合乎)\s*(?:的|文件|通知|要求|倡导|支持|鼓励|建设|任务|工作)*(?:方向|任务|精神|导向)"
    r"|(?:是不是|是否|是)\s*(?:希望|想要|乐意|乐于|鼓励|提倡)看到的)(?:吗|么|呢|吧)?[？?\s]*$"
)
_OF_A_ROLE = regex(r"联合|一起|牵头|参[与加]|加入|申[报请]")
_WHICH_MEANS = regex(r"(?<=[，,])(?:这|那)?(?:就|也就)?(?:说明|意味着|等于说|也就是说)(?![材书文])")
_MEANT_TO = regex(r"(?:在?全国)?(?:一共|总共|共)?(?:建|认定|遴选|评选|布局|支持)")
# How something is done, not what kind of thing it is: 专门立制度, but 专门的账户; 来评一次, but 补正一次.
_SPECIALLY = regex(
    r"(?<=[评审核看做搞办开])一[次回遍趟](?!性)|专门(?=[去来找再立设建搞弄凑做写交派请办成开出给安组制定配买订拿腾辟抽])"
)
# With 吗 at the end 几 is some; what may be looked up, or is to be written however it is, is not asked for.
_SOME_THEN = regex(
    r"谁[也都]不?[^，,。；;？?谁]{1,3}谁"  # 谁也不让谁: each of them
    r"|几(?=[个家份项条种类所页次位名天行本册门张套场台][^，,。？?]{0,24}(?<![对是行])吗[？?\s]*$)"
    r"|(?<=查到|查询|查看|看到|公布|公开)(?:有|是)?(?:哪些|哪几|什么)(?=[^，,。？?]{2,30}吗[？?\s]*$)"
    r"|(?:怎么|如何|多大|多少|哪些)(?=[^，,。？?几哪]{0,8}(?:也|都)(?:要|得|需|应|必须)[^，,。？?]{1,12}(?:吗|(?=[？?]))[？?\s]*$)"
    r"|几(?=[个家份项条行][^，,。？?]{0,12}[，,]?[^，,。？?]{0,8}[行成]吗[？?\s]*$)"
)
# The case in which something is asked: "what must we hand in when the period is over?"
_WHEN_IT_IS = regex(
    r"^(?P<asked>(?:what|which|who|whom|whose|where|how|is|are|do|does|did|can|could|may|must|should|will|would)\b"
    r"[^?.!,;]*?"
    r"(?<! and)(?<! or)(?<! by)(?<! know)(?<! say)(?<! clear)) when\b(?! (?:is|are|does|do|must|should|will|can|to)\b)"
)
# Where the time is asked for first, which ones they are is not asked: "when will they announce which ones made it?"
_WHEN_WHICH = regex(r"^(?P<asked>\W*(?:by )?when\b[^?.!,;]*?)\b(?:which|what)\b")
_BROUGHT_IN = regex(r"[请招拉引接][^，,。？?]{1,10}?$")
_BUILT_BY = regex(
    r"(?:由|让|归)[^，,。？?]{1,12}?(?:来|负责)?(?:承建|建(?:设|起来)?(?=[吗么嘛行成可好合？?]|$))"
    r"|(?:能不能|可不可以|能否|可否|可以|能|想|打算|准备|计划|拟)(?:来|自己|单独|牵头|要)?(?:承建|建设?|办)"
    r"(?:[一二三两]?[个家座处])?(?=\s{2}|[吗么？?]|$)"
    r"|\b(?:can|could|may|might|allowed to|eligible to|want(?:s)? to|plan(?:s)? to|the (?:one|unit))\b[^.?!;,]{0,60}?"
    r"\bbuild(?:ing)? (?:an? |the |one )?(?=\s{2})"
)


def _jointly_done(text: str) -> bool:
    """Whether "jointly" only says how something is done ("联合培养"), not who applies."""
    rest = _DONE_JOINTLY.sub("", text)
    return rest != text and not re.search(r"联合|合作|一起|一块|共同申报|伙", rest)


def role(concepts: frozenset[str], text: str, units: tuple[Mention, ...], matches: tuple[Match, ...] = ()) -> Role:
    """The role that the question speaks of: what who asks is to be, where that is told in a part of its own, else
    the lead first; an applicant where a unit is to apply; none where the organiser's help with it is asked for."""
    if HELP_ASKED.search(text):
        return ""
    concepts = _of_the_asker(text, matches) or concepts
    for named in _ROLES:
        if named in concepts and not (named == "joint" and _jointly_done(text)):
            return named
    if units and _GO_IN.search(text):
        return "member"
    if units and _BUILT_BY.search(text):
        return "builder"
    return "applicant" if units and (_APPLY.search(text) or _APPLY_FOR.search(text)) else ""


def _of_the_asker(text: str, matches: tuple[Match, ...]) -> frozenset[str]:
    """The concepts of the only part that names a role and begins with who asks ("学校牵头,我们想跟着报")."""
    for part in re.finditer(r"[^,，;；。?？]+", text):
        held = frozenset(c for m in matches if part.start() <= m.start < part.end() for c in m.concepts)
        if re.match(r"\s*(?:但|那)?(?:我们?|咱们?|俺们?|本[校院司]|我[校院司])", part.group()) and held & set(_ROLES):
            return held
    return frozenset()


def with_quota(matches: tuple[Match, ...], text: str, quantities: list[Quantity]) -> tuple[Match, ...]:
    """The matches, with the verb before a number of things handed in ("报3个") as a word for the quota."""
    for q in quantities:
        verb = _HANDED_IN.search(text[: q.start]) if q.dimension == "count" and q.unit in ("个", "项") else None
        if verb:
            rest = tuple(m for m in matches if m.end <= verb.start() or m.start >= verb.end())
            matches = (*rest, Match("concept", ("quota",), verb.start(), verb.end()))
    return tuple(sorted(matches, key=lambda m: m.start))


def of_the_act(matches: tuple[Match, ...], text: str) -> tuple[Match, ...]:
    """The matches, "谁负责" a filler where the act that somebody is charged with follows it ("由谁负责解释"), and so is a
    role that who asks disowns, and where to somebody is invited ("请专家进来")."""
    acts = {m.start for m in matches if m.kind == "concept" and not _CHARGED.issuperset(m.concepts)}
    disowned = (*_disowned(matches, text), *_led_by_others(matches, text))
    disowned += tuple(m for m in matches if text[m.start : m.end] == "进来" and _BROUGHT_IN.search(text[: m.start]))
    disowned += tuple(m for m in matches if text[m.start : m.end] == "计划" and _MEANT_TO.match(text, m.end))
    return tuple(
        replace(m, kind="filler", concepts=())
        if m in disowned or text[m.start : m.end].endswith("负责") and m.end in acts
        else m
        for m in matches
    )


def _disowned(matches: tuple[Match, ...], text: str) -> tuple[Match, ...]:
    """The roles that who asks says not to want ("我们不牵头，只参与"), where another one is left to ask about."""
    roles = [m for m in matches if m.kind == "concept" and set(m.concepts) & set(_ROLES)]
    denied = tuple(m for m in roles if _NOT_WANTED.search(A_NOT_A.sub("　　　", text[: m.start])[-12:]))
    return denied if len(denied) < len(roles) else ()


def _led_by_others(matches: tuple[Match, ...], text: str) -> tuple[Match, ...]:
    """The lead where it only says who leads what another role is asked for in ("参加园区牵头的……")."""
    roles = [m for m in matches if m.kind == "concept" and set(m.concepts) & set(_ROLES)]
    others = [m for m in roles if "lead" not in m.concepts]
    return tuple(m for m in roles if others and m not in others and _OF_A_CALL.search(text[m.start : m.end + 3]))


def without_examples(text: str) -> str:
    """The text with what follows "比方说" blanked: an example is not what the clause must say."""
    return _EXAMPLE.sub(lambda m: " " * len(m.group()), text)


def without_some(text: str) -> str:
    """The text with the words that ask blanked where they only mean some, or what may be looked up."""
    return _SOME_THEN.sub("　", _WHEN_WHICH.sub(r"\g<asked>the", _WHEN_IT_IS.sub(r"\g<asked> once", text)))


def set_apart(text: str) -> str:
    """The text with "apart from that" as documents put it ("跟正文分开装订": 单独装订); offsets stay."""
    return _APART.sub(lambda m: "单独".ljust(len(m.group())), text)


def without_pointing(text: str) -> str:
    """The text with "this combination", "such a way of doing it" blanked: it only points at what was told before."""
    return _POINTED_AT.sub(lambda m: " " * len(m.group()), text)


def unadorned(text: str) -> str:
    """The text without what is not asked: examples, words that point back, "specially", "name", "(not to lead)"."""
    text = _NO_LEAD_ASIDE.sub(lambda m: " " * len(m.group()), text)
    text = _LOOKED_UP.sub(lambda m: f"{'查询' if m['act'] == '查' else m['act']}  ", _ANYBODY.sub("社会公众", text))
    text = _LOST.sub("会遭撤销", _KEPT.sub("不会遭撤销", text)) if _TITLE_HELD.search(text) else text
    if not _OF_A_ROLE.search(text):
        text = _FAVOURED.sub(lambda m: "，" + " " * len(m["by"]) + "可以吗？", text)
    text = _WHICH_MEANS.sub(lambda m: " " * len(m.group()), text)
    text = _SPECIALLY.sub(lambda m: " " * len(m.group()), text)
    return without_naming(without_pointing(set_apart(without_examples(text))))


def without_naming(text: str) -> str:
    """The text without the verb "name" ("Which fields does it name?", "Name the fields"): it asks for a list."""
    return _TO_NAME.sub(lambda m: f"{m['before']}list" if m["before"] else f"{m['none']}list", text)


def without_gloss(text: str, masked: str) -> str:
    """An English name right before the programme's own name in brackets says the same: it is blanked too."""
    for bracket in re.finditer(r"\(\s*\)", masked):
        if text[bracket.start() : bracket.end()] == bracket.group():
            continue
        before = masked[: bracket.start()]
        at = max(
            f" {before}".rfind(f" {w} ") for w in ("a", "an", "the", "our", "this", "each", "every", "any", "that")
        )
        if at < 0:
            continue
        opening = max(at - 1, 0)
        if year := re.match(r" ?\w+ (?:19|20)\d\d", before[opening:]):
            opening += year.end()
        if bracket.start() - opening < 90 and before[opening:].isascii():
            masked = masked[:opening] + " " * (bracket.start() - opening) + masked[bracket.start() :]
    return masked


def without_demands(text: str, lexicon: Lexicon) -> str:
    """The question without the segments that only give orders to the assistant, as long as anything is left; of an
    order to affirm something ("就告诉我……", "confirm that …") that something is kept."""
    for marks in (r"(?<=[。！!；;\n:：])|(?<=】)|(?<=\])", r"(?<=[，,。！!；;:：\n])|(?<=】)|(?<=\])"):
        parts = re.split(marks, text)
        kept = [k for p in parts if (k := _stated(p, lexicon))]
        if len("".join(kept)) >= 6 and (len(kept) < len(parts) or kept != parts):
            return "".join(kept)
    return text


def _stated(part: str, lexicon: Lexicon) -> str:
    """The part without an order: all of it, what the order wants affirmed, or nothing."""
    if not lexicon.mark["demand"].search(part):
        return part
    if quoted := _IN_QUOTES.search(part):
        return quoted["said"]
    left = _TELL_ME.sub("", part)
    return left if left != part and not lexicon.mark["demand"].search(left) else ""


def replaced(term: Term, own: Iterable[Term]) -> bool:
    """Whether the term names a sort ("综合型") in the place of which the question now puts another ("那专业型呢？")."""
    sort = term.words[-1:] if len(term.words) > 2 else ""
    return sort in ("型", "类", "级") and any(t.words.endswith(sort) and len(t.words) > 2 for t in own)
