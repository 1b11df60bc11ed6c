"""The unit of a question that is to fill the role: not a companion, a place, or what the asker has founded."""

from __future__ import annotations

import re

from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex
from assistant.guideline.values import Role, Unit

MODAL = regex(
    r"能不能|可不可以|可以|可否|能否|是否|不能|能|资格|允许|准|由|让|想|(?<!只)要|当|作为|做|充当|担任|算|"
    r"\b(?:can|could|may|must|allowed|eligible|qualif\w*|able|be|is|are|does|do|should)\b"
)
ROLE_WORD: dict[Role, str] = {
    "lead": r"牵头|领衔|当老大|挑头|领头|带头|当头|挂帅|主申|\b(?:lead|leads|leading|head|spearhead)\b",
    "joint": r"联合|跟着|合作单位|合作方|伙伴|一起|一块|搭伙|共同|\b(?:joint|jointly|partner|partners|co-applicants?|together)\b",
    "member": r"参与|参加|成员|加[入进]|进来|入伙|参建|加盟|吸纳|[让准]进|\b(?:join|joins|member|members|participat\w*|take part)\b",
    "builder": r"建设单位|建设主体|承建|(?<=[由让归]).{1,12}建|(?<=[能以否想]).{0,3}建|\b(?:builds?|building|builder|host)\b",
    "applicant": r"申报|申请|报名|能报|可以报|[能想]申|可以申|参评|来报|报|\b(?:apply|applies|applicants?|eligible)\b",
}
_WITH = regex(
    r"(?:和|跟|与|同|随|跟着|带着|带上|拉上|拉着|联合|搭着|搭上|依托|从没和|没跟)(?:一?[家所个])?"
    r"(?:[^，,。;；]{0,5}的|合作|本地|当地|(?<=[家所个])[^，,。;；]{1,4}|(?<=[和跟与同])[^，,。;；、和跟与同]{1,4})?$"
)
_BROUGHT = regex(r"(?:带着|带上|带|拉着|拉上|拉|领着)(?:一?[家所个])?$")
_LEADING = regex(r"(?:来|去)?(?:牵头|领衔|挑头)")
_WITH_EN = regex(
    r"\b(?:co-?operat|work|partner|collaborat|team|join|train|sign|agree|contract)\w*\b[^.?;,]{0,40}?"
    r"\bwith (?:an? |the |our |one |that |this |some |two |three )?(?:\w+ )?$"
)
_FOUNDED = regex(r"(?:成立|设立|挂牌|创办|举办|开办|建立|注册|办)(?:起)?了?(?:(?:一|两|几|多)?[家个所])?$")
_AT = regex(r"(?:在|位于|落户|入驻|进驻|搬[进到出]|入园)[^，,。；;？?在]{0,6}$")
_PLACED = regex(r"(?:以)?[内里外中]|的|[，,。；;？?]|$")
_INVITES = regex(r"^(?:邀请|动员|介绍|邀约)$")
_OF = r"(?:(?:下面|下属|旗下|所属|[举开]办|设立|办)的?|的)[一-鿿]{0,4}?"
_NO_TRADE = "[停歇失待毕结休创就专企事]"
_LEADING_WORD = regex(r"牵头|领衔|挑头")
_TOGETHER = regex(
    r"\S{0,4}合作|[^，,。；;？?]{0,8}(?:开始|签)[^，,。；;？?]{0,3}(?:合作|联合|协同|协议)|一起|一道|一块|共同|联合|搭|[来去]?(?:报|申)|的车"
)
_SELF = regex(
    r"(?:我们?|咱们?|本[校司院]|我[校司院])(?:就)?(?:是|属于)[^，,。]{0,5}$|\b(?:we are|we're|i am) an? (?:\w+ ){0,2}$"
)
_OTHERS_TURN = regex(r"让|由|请|找|叫|给|能不能.{0,4}(?:联合|拉|和|跟|与)|可以(?:联合|拉|和|跟|与)")
ONLY = regex(
    r"(?:必须|只能|只可以|非得|一定(?!能|可以|会|行)要?|仅限)(?:是|由|为)?|\bmust\b|\b(?:have|has|need|needs|required) to be\b|\bcan only\b"
    r"|\bonly\b(?=[^.,;?]{0,40}\b(?:can|may|lead|join|apply|eligible|allowed)\b)"
)


def subjects(scene: Scene) -> list[Unit]:
    """The unit that is to fill the role: the last named before the modal or the role, else the first after."""
    frame = scene.frame
    text = frame.masked
    asked = [u for u in frame.units if u.kind not in scene.taxonomy.generic and not _with_them(text, u)]
    asked = [u for u in asked if not _where_it_is(scene, u)]
    asked = [u for u in asked if not any(_owns(text, u, other) for other in asked)] or asked
    if len(asked) > 1:
        asked = [u for u in asked if not _FOUNDED.search(text[: max(0, text.find(u.words.lower()))])] or asked
    if frame.denies:
        asked = [u for u in asked if u.words.lower() in frame.asking_part] or asked
    if len(asked) > 1:
        asked = [u for u in asked if not _told_as_another(text, u, frame.role)] or asked
    if len(asked) < 2:
        return asked
    if only := ONLY.search(text):  # "the lead enterprise must be a state-owned one": the one it must be
        after = [u for u in asked if only.end() <= text.find(u.words.lower(), only.end()) <= only.end() + 12]
        if after:
            return after[:1]
    told = [u for u in asked if _SELF.search(text[: max(0, text.find(u.words.lower()))])]
    if len(told) == 1 and not _OTHERS_TURN.search(text):
        return told
    leads = [u for u in asked if frame.role == "lead" and _right_before(text, u, _LEADING)]
    if len(leads) == 1 and len(_LEADING_WORD.findall(text)) == 1 and not frame.denies:
        return leads  # 学校牵头，联合……: the one right before the word
    role = re.search(ROLE_WORD[frame.role], text) if frame.role else None
    modal = MODAL.search(text)
    limits = [m.start() for m in (role, modal) if m]
    reach = max(limits) if limits else len(text)
    places = sorted((text.rfind(u.words.lower(), 0, reach), i) for i, u in enumerate(asked))
    before = [i for at, i in places if limits and 0 <= at < max(limits)]
    near = [i for at, i in places if modal and 0 <= at < modal.start()]
    chosen = near or before
    return [asked[chosen[-1] if chosen else 0]]


def _owns(text: str, unit: Unit, other: Unit) -> bool:
    """Whether the unit only says whose the other is ("社会组织的会员企业", "事业单位办的公司")."""
    whose, what = (re.escape(u.words.lower()) for u in (unit, other))
    return unit is not other and bool(re.search(rf"{whose}{_OF}{what}", text))


def _right_before(text: str, unit: Unit, word: re.Pattern[str]) -> bool:
    """Whether the unit stands right before the word in one of the places where it is named."""
    return any(word.match(text, m.end()) for m in re.finditer(re.escape(unit.words.lower()), text))


def _told_as_another(text: str, unit: Unit, role: Role) -> bool:
    """Whether the unit is said to be something else than what is asked about ("学校牵头，医院当共建单位")."""
    if not role:
        return False
    said = re.search(re.escape(unit.words.lower()) + r"[来去]?(?:当|作为|做|充当|担任)(?P<what>[^，,。；;？?]*)", text)
    other = bool(said) and not re.search(ROLE_WORD[role], said["what"] if said else "")
    return other and bool(re.search(ROLE_WORD[role], text[: said.start()] if said else ""))


def _with_them(text: str, unit: Unit) -> bool:
    """Whether the unit is only a companion ("we with a co-operative"), not who applies."""
    at = text.find(unit.words.lower())
    after = at + len(unit.words)
    if at > 0 and _WITH_EN.search(text[:at]):
        return True
    if at > 0 and _BROUGHT.search(text[:at]) and _LEADING.match(text, after):
        return True
    return at > 0 and bool(_WITH.search(text[:at])) and bool(_TOGETHER.match(text, after))


def _where_it_is(scene: Scene, unit: Unit) -> bool:
    """Whether the unit only tells where somebody is ("不在园区内"), not who applies."""
    text = scene.frame.masked
    at = text.find(unit.words.lower())
    is_place = scene.taxonomy.related(unit.kind, "park") and unit.kind not in scene.taxonomy.generic
    return bool(is_place and at > 0 and _AT.search(text[:at]) and _PLACED.match(text, at + len(unit.words)))


def only_tells_who(scene: Scene, words: str) -> bool:
    """Whether the word only names the asker once more ("像我们这样的中心"), its trade ("制造业公司"), or who invited it: rules
    on a kind of unit are for every trade of it."""
    text = scene.frame.masked
    if any(words in u.words for u in scene.frame.units) or _INVITES.search(words):
        return True
    nouns = "|".join(re.escape(u.words.lower()) for u in scene.frame.units)
    return bool(nouns) and bool(
        re.search(rf"{re.escape(words)}业?(?<!{_NO_TRADE}业)(?<=业)(?:领域|行业)?的?(?:{nouns})", text)
    )
