"""One way of asking for all: whatever only puts a question otherwise is put as the later steps know it best."""

from __future__ import annotations

import re

from assistant.answering.question.lived import with_years
from assistant.answering.question.text import language
from assistant.guideline.patterns import regex

# Tags that ask whether what was told is so.
_TAG = regex(
    r"[，,、\s]*(?:请问)?(?:我|咱|我们|咱们)?(?:这样?|这么)?(?:说|想|讲|理解|记|看)?(?:得|的)?(?:是|到底|究竟|应该|算)?"
    r"(?:这|这个|这种)?(?:规定|说法|理解|事)?"
    r"(?:对吗|对吧|对嘛|对么|对不对|对不|对否|是吗|是吧|是么|是不|是不是|没(?:说|记|理解|搞|弄|看)?错(?:是吧|[吧吗嘛么])?|准确吗|正确吗|错了吗|有错吗"
    r"|是真的吗|真的吗|真的假的|是真是假|是真的吧|是这样的?[吗吧]|是这么回事[吗吧]|是不是这(?:么|样)?(?:回事|的)|准确不准确|真假"
    r"|有没有这(?:么)?(?:回|个)?(?:事|规定|说法)|是这个意思吗|是这个意思吧|是这个理吧"
    r"|有这回事吗|有这事吗|有这规定吗|属实吗|这样对吗|这么说对吗|可以这么理解吗|能这么理解吗|可以这样理解吗|能这样理解吗)"
    r"(?:啊|呀|呢|哈)?[？?。！!\s]*$"
)
# What holds of another is put with a question mark alone: 协会也要满两年？
_ALSO_SO = regex(
    r"(?P<said>(?:^|[，,])[^，,。；;？?]{0,16}也(?:得|要|必须|须|填|按|算|由|归)[^，,。；;？?吗呢吧嘛么什哪谁几多怎还]{2,24})[？?]+$"
)
_LEAST = 6
_HEARSAY = regex(r"听(?:说|人|讲|别人)|据说|有人说|传言")  # asked whether it is so, not taken for granted
_MARKS = regex(r"[！!]+(?=[？?])|(?<=[？?])[？?！!]+")
_BLANKS = regex(r"(?<=[一-鿿])[ \t]+(?=[一-鿿])")
_WORDS = (
    (regex(r"(?<!不)能够(?=[一-鿿])"), "能"),
    (regex(r"(?:成不成|中不中)(?=[啊呀]?(?:[？?，,。]|$))"), "行不行"),
    (regex(r"(?:懒得|不想|不愿意?)(?=再?[寄交盖签填印跑写报发送打装])再?"), "不"),
    (regex(r"就(?:齐活|完事儿?|妥|得|搞定|万事大吉)了?(?=[吧吗么不嘛？?，,]|$)"), "就行了"),
    (
        regex(r"没有?人(?:提(?:出|过|了)?(?:意见|异议)|有意见|有异议|反对|吭声|吱声|说不同意)|没有?(?:任何|什么)?异议"),
        "无异议",
    ),
    (regex(r"(?<!没)(?<!没有)有人(?:提(?:出|过|了)?(?:意见|异议)|有意见|有异议|表示?反对|反对|不同意)"), "有异议"),
    (regex(r"帮不帮(?:忙|着)?(?=[？?，,。]|$)"), "支持吗"),
    (regex(r"自个儿?"), "自己"),
    (regex(r"(?<![我你他她们咱])(?<!哥)俩(?=[一-鿿])"), "两个"),
    (regex(r"(?<![我你他她们咱])仨(?=[一-鿿])"), "三个"),
    (regex(r"(?<=[一两二三四五六七八九十\d])个?礼拜(?![一二三四五六天日])"), "个星期"),
    (regex(r"普通的?(?=老?百姓|市民|群众|网友|公众)"), ""),
    (regex(r"俺们?|咱们?(?!家)|我方(?=公司|学校|单位|企业|院校|高校)"), "我们"),
    (regex(r"(?<=[由让归是])哪一?位(?=[一-鿿])|哪个人"), "谁"),
    (regex(r"什么(?=部门|环节|步骤|类型)"), "哪些"),
    (regex(r"些(?:什么|啥)(?=[一-鿿？?，,。]|$)|哪几样"), "哪些"),
    (regex(r"(?<![这那])怎样(?=[一-鿿])(?!的)|如何|咋"), "怎么"),
    (regex(r"(?:啥|什么)时间(?![段节点])"), "什么时候"),
    (regex(r"啥(?=[一-鿿？?，,。]|$)"), "什么"),
)
# Which one is meant, told behind the question: 行吗？我说的是灯塔那个.
_MEANT = regex(
    r"^(?P<asked>.{6,}?[？?])\s*我(?:说|指|问)的(?:就?是)(?P<which>[^，,。；;？?]{2,14}?)(?:那个|的)?[。！？?\s]*$"
)
_AUX = r"(?:can|could|may|must|should|will|would|is|are|was|were|do|does|did|has|have|need)"
_JOINS = regex(rf"^(?:and|so|but|then|well|also|ok|okay)\b,? +(?={_AUX}\b|wh|how\b|is\b)", re.IGNORECASE)
_WHO = r"(?:you|anyone|someone|somebody)"
_ASKED_TO_TELL = regex(
    r"^(?:please,? |kindly )?"
    rf"(?:(?:can|could|would|will) {_WHO} (?:please |kindly )?"
    r"(?:tell|inform|let|advise|confirm|clarify|explain|say|check)"
    r"(?: (?:me|us))?(?: know)?(?: to (?:me|us))?"
    r"|(?:i|we)(?:'d| would)? (?:want|like|love|need) to (?:know|ask|check|find out|confirm|understand)"
    r"|(?:i|we) (?:was|were|am|are|'m) wondering|i wonder|(?:do you|does anyone|does anybody) (?:happen to )?know"
    r"|tell me|let me know|may i ask|can i ask|i am asking|i'm asking"
    r"|(?:i'm|i am|we're|we are) (?:not sure|unsure|not certain|wondering))"
    r",?:? +(?=(?:whether|if|the|what|when|where|who|which|how|about)\b)",
    re.IGNORECASE,
)
# Whether a rule wants something is whether it must be.
_RULE_THAT = regex(
    r"^(?:is|are) there (?:a |an |any )?(?:[a-z]+ )?(?:requirements?|rules?|obligations?|conditions?) (?:that|for) "
    r"(?P<who>(?:the |all |an? )?[a-z一-鿿]+(?: (?:units?|schools?|companies|enterprises|institutions?|partners?))?) "
    r"(?P<to>to )?(?P<rest>[a-z]+ .+)$",
    re.IGNORECASE,
)
_INDIRECT = regex(
    r"^(?:whether|if)(?: or not)? (?P<who>(?:[a-z一-鿿'’()/.\"“”&-]+ ){1,9}?)"
    rf"(?P<aux>{_AUX}|can't|cannot|needn't|don't) (?P<rest>.+)$",
    re.IGNORECASE,
)


def one_form(text: str, follows: bool = False) -> str:
    """The question put in the one form; `follows` says that others were asked before it."""
    said = _MARKS.sub("", text.strip())
    return _english(said, follows) if language(said) == "en" else _chinese(said)


def _chinese(text: str) -> str:
    """The Chinese question with commas for blanks, plain words for spoken ones, one tag for all tags."""
    if not re.search(r"[，,。；;]", text):
        parts = _BLANKS.split(text)
        text = "，".join(parts) if len(parts) > 1 and min(map(len, parts)) > 2 else text
    if meant := _MEANT.match(text):
        text = f"{meant['which']}：{meant['asked']}"
    for spoken, plain in _WORDS:
        text = spoken.sub(plain, text)
    text = with_years(text)
    text = _ALSO_SO.sub(r"\g<said>吗？", text)
    tag = _TAG.search(text)
    if not tag or tag.start() < _LEAST:
        return text
    return f"{text[: tag.start()]}，{'对吗' if _HEARSAY.search(text) else '对吧'}？"


def _english(text: str, follows: bool) -> str:
    """The English question without what leads into it, its words in the order of a question."""
    said = text if follows else _JOINS.sub("", text)
    led = _ASKED_TO_TELL.match(said)
    if not led:
        wanted = _RULE_THAT.match(said)
        return f"Must {wanted['who']} {wanted['rest']}" if wanted else _capital(said)
    said = said[led.end() :].strip()
    if re.match(r"(?:the|about)\b", said, re.IGNORECASE):
        said = f"what is {re.sub(r'^about ', '', said, flags=re.IGNORECASE)}"
    elif turned := _INDIRECT.match(said):
        said = f"{turned['aux']} {turned['who']}{turned['rest']}"
    return f"{_capital(said).rstrip(' .?')}?"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
