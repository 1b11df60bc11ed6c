"""What nobody gives: a contact for a trouble that none is for; a door, a website, a format or a term that no line
names."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, contacts_in, spoken
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_DUTY = regex(r"负责|受理|咨询[:：]|支持[:：]|（[^（）]{2,16}）")
_TROUBLE = regex(
    r"忘[了记]?|密码|登[录陆]?不|打不开|[上传]+不[了上动]|提交不|出错|报错|故障|卡住|闪退|乱码|\b(?:password|log ?in|error)\b"
)
_REACH = frozenset({"contact", "phone", "email"})
_TELLING = 0.5
_A_LINE = regex(r"地址|地点|寄|送|交|邮编|邮政编码|联系")
_DETAILS = (
    (
        regex(r"门牌|(?:街道|哪条[街路]|详细地址|具体地址|几号院|[\s，,具体](?:是)?几号(?=[？?]|$))"),
        regex(r"(?:路|街|道|巷|弄|里|园)\s*\d+|\d+\s*号"),
    ),
    (regex(r"邮编|邮政编码|\b(?:post ?code|zip code)\b"), regex(r"邮编|邮政编码|(?<!\d)[1-8]\d{5}(?!\d)")),
    (
        regex(
            r"房间|几号房|哪间|几楼|哪一?层|几层|[哪几]号?[栋幢座]楼?|几号楼|\b(?:which|what) (?:room|floor|building)\b"
        ),
        regex(r"\d+\s*(?:号楼|楼|层|室|房|[栋幢座])|[A-Za-z一二三四五六七八九十]座|楼\s*\d+"),
    ),
)
# What is told anywhere in the text or nowhere: an address to write to, the format of a file, how long a title holds.
_TRAITS = (
    (
        regex(
            r"邮箱(?:地址)?(?:给|发|是|告诉|多少|有[吗没]|呢|[？?]|$)|(?:哪个|什么)(?:电子)?邮箱|\be-?mail address\b"
        ),
        regex(r"@|邮箱|信箱|e-?mail", re.IGNORECASE),
    ),
    (
        regex(
            r"(?<![a-z])(?:pdf|word|docx?|excel|xlsx?|wps|ofd|jpe?g|zip)(?:版|格式|文件|档)?(?:还是|或者?|,|，| or )"
        ),
        regex(r"pdf|word|docx?|excel|xlsx?|wps|ofd|jpe?g|zip|扫描", re.IGNORECASE),
    ),
    (
        regex(r"(?:哪种|什么|啥|何种)(?:文件|文档|电子|保存)?格式|\b(?:which|what) (?:file )?format\b"),
        regex(r"pdf|word|docx?|excel|xlsx?|wps|ofd|jpe?g|zip|格式|扫描|版式", re.IGNORECASE),
    ),
    (
        regex(
            r"有效期|有效(?:几|多)|(?:认定|资格|称号|牌子?)[^，。；？?]{0,8}(?:管|能?[用挂]满?)(?:几|多少|多)"
            r"|(?:(?:几|多少)年|到期)[^，。；？?]{0,6}(?:重新|再)(?:认定|申[请报]|评)"
            r"|\bhow long\b[^?]*\b(?:valid|last|hold)\b|\bvalid for how\b"
        ),
        regex(
            r"有效(?:期|年|时间|\s?[一二两三四五\d])|周期|建设期|培育期|期限|为期|期满|届满|到期|复[核评审]|重新(?:认定|申报|评)|每[两二三四五\d]年"
        ),
    ),
)
_WEB_ASKED = regex(
    r"(?:哪个|什么|具体的?)(?:网址|网站|链接|系统|网页)|网址|\b(?:which|what) (?:website|url|link)\b|\burl\b"
)
_WEB = regex(r"https?:|www\.|\.(?:cn|com|gov|org|net)\b|官网|网站|门户|系统|网址|公众号|小程序|平台登录")
_ON_THE_WEB = tuple(
    map(
        regex,
        (
            r"下载|download",
            r"提交|上传|填报|登录|登陆|注册|报名|网上申报|在线|submit|upload|regist|apply",
            r"公示|公布|公告|查询|查看|publish|announce",
        ),
    )
)


def no_such_place(scene: Scene) -> bool:
    """Whether a door, a postcode, a website, an address to write to, a format or a term is asked for and no line of the
    programme gives one: an office that papers go to is none. A website is one for what is to be done there."""
    asked = scene.frame.masked
    texts = [p.text for p in scene.index.passages if scene.programme in p.programmes]
    if scene.chosen and any(a.search(asked) and not any(told.search(t) for t in texts) for a, told in _TRAITS):
        return True
    wanted = [given for detail, given in _DETAILS if detail.search(asked)]
    if wanted:
        return scene.chosen and not any(given.search(t) for given in wanted for t in texts if _A_LINE.search(t))
    acts = _on_the_web(scene)
    return bool(acts) and not any(_WEB.search(t) and any(act.search(t) for act in acts) for t in texts)


def website(scene: Scene) -> Finding | None:
    """The sentence that tells on which website the thing asked about is done."""
    acts = _on_the_web(scene)
    for found in scene.found[:12] if acts else ():
        text = found.passage.text
        if spoken(found.passage) and _WEB.search(text) and any(act.search(text) for act in acts):
            quote = whole(found.passage)
            return Finding(scene.programme, "answered", None, quote.text, (quote,), score=found.score, coverage=0.8)
    return None


def _on_the_web(scene: Scene) -> list[re.Pattern[str]]:
    """What is to be done on the website that the question asks for."""
    asked = scene.frame.masked
    return [a for a in _ON_THE_WEB if a.search(asked)] if scene.chosen and _WEB_ASKED.search(asked) else []


def no_line(scene: Scene) -> bool:
    """Whether somebody is asked for in a trouble with a system, and every contact of the programme is said to be for
    something that the question does not speak of."""
    if not scene.frame.concepts & _REACH or not _TROUBLE.search(scene.frame.masked):
        return False
    own = {n for n, p in enumerate(scene.index.passages) if scene.programme in p.programmes and contacts_in(p.text)}
    telling = {
        i
        for i, t in enumerate(scene.frame.terms)
        if t.weight >= _TELLING and t.kind != "unit" and _REACH.isdisjoint(t.concepts)
    }
    spoken = any(f.own & telling for f in scene.found if f.number in own)
    return len(own) > 1 and not spoken and all(_DUTY.search(scene.index.passages[n].text) for n in own)
