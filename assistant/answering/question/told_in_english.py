"""Ages, dates and figures that an English question tells, in the form in which the readers of figures know them."""

from __future__ import annotations

import re
from fractions import Fraction

from assistant.guideline.patterns import regex
from assistant.programmes.days import find_days
from assistant.programmes.numerals import english

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SPELT = regex(rf"\b(?P<tens>{_TENS})(?:[ -](?P<ones>{_ONES}))?\b|\b(?P<teen>thir|four|fif|six|seven|eigh|nine)teen\b")
_TEEN = {"thir": 13, "four": 14, "fif": 15, "six": 16, "seven": 17, "eigh": 18, "nine": 19}
_NUMBER = rf"\d+(?:\.\d+)?|{_ONES}|ten|eleven|twelve"
_AND_A_HALF = regex(
    rf"\b(?P<n>{_NUMBER}) and a half (?P<unit>years|months)\b|\ba(?:n| (?:single )?)? ?(?P<one>year) and a half\b"
    r"|\b(?P<half>half a year|half year|a half year)\b|\b(?P<ten>a decade)\b"
)
_PERSON = (
    r"teacher|expert|professor|director|dean|leader|mentor|editor|student|apprentice|researcher|postdoc|scientist"
    r"|engineer|academician|person|candidate|head|manager|lecturer|author|trainee|he|she|man|woman|i|whose?"
)
_ORGANISATION = (
    r"company|firm|enterprise|start-?up|school|college|university|institute|base|platform|cent(?:re|er)|incubator|park"
    r"|lab(?:oratory)?|association|cooperative|farm|subsidiary|unit|business|agribusiness|it|one|organisation|workshop"
)
_OLD = regex(
    rf"\b(?P<who>{_PERSON}|{_ORGANISATION})(?P<between>(?: [a-z]+){{0,4}}?)"
    r" (?P<be>is|are|was|were|be|turns?|aged?|being)"
    rf"(?P<how> (?:only|just|now|about|nearly|almost|already|over|exactly|barely|not yet))?"
    rf" (?P<n>{_NUMBER}) years? (?:old|of age)\b"
)
_AGED = regex(rf"\b(?P<n>{_NUMBER})[ -]years?[ -]olds?\b(?: (?P<who>[a-z-]+))?|\baged (?P<aged>{_NUMBER})\b")
_THOUSANDS = regex(r"(?P<n>\d+(?:\.\d+)?) ?k\b(?= ?(?:rmb|yuan|cny)?)")
_OF_MONEY = regex(
    r"\b(?:revenues?|turnover|sales|income|funds?|funding|grants?|subsid\w+|budgets?|invest\w*|salar\w+|wages?"
    r"|costs?|pay|paid|awards?|worth|valued?|money|output|assets?|capital|spen\w+|price\w*|profits?|cash"
    r"|contributions?|equipment)\b"
)
_BARE = regex(
    rf"(?P<n>(?:\d[\d,]*(?:\.\d+)?|{_ONES}|ten) (?:thousand|million|billion)|\d{{1,3}}(?:,\d{{3}})+)"
    r"(?=[?.,;!)]|$| (?:a|per|each|in|for|on|to|from|last|this|of (?:r&d|revenue|sales|cash)|and|but|or|is|are"
    r"|does|do|can"
    r"|may|have|has|had|enough|only|at|by|over|when|if|while|every|already|annual\w*|yearly|must|will|count\w*)\b)"
)
_TWICE = regex(r"\b(?:more than once|twice(?! as\b))")
_TIMES = regex(rf"\b(?P<n>{_NUMBER}) times\b(?! (?:as|the|more|that)\b)")
_NAMELESS = regex(rf"\b(?P<n>{_ONES.removeprefix('one|')}|ten)(?=\s?[一-鿿])")
_LETTER = regex("[a-z]")
# How long something lasts, not how long a text is.
_LASTING = regex(
    r"\bhow long (?=(?:is|are)\b[^?]*\b(?:valid|good for|open|period|term|membership|publici[sz]ed|posted|public"
    r"|effective|in force|cycle|kept|available|notice|probation)\b)"
)

_ASKS = r"(?:is|are|can|could|may|must|does|do|did|should|will|would|has|have)"
# "Is a plastic cover allowed for the form?": what is asked stands last in Chinese, and where it is asked of, first.
_TAIL = regex(
    rf"(?P<before>^|[.;,!] )(?P<main>{_ASKS}\b(?! (?:you|there)\b)[^?.;!]*?[a-z])"
    r" (?P<tail>(?:for|in|at|on|of|under|during|within) (?:the|an?|our|this|that|each|every|its"
    r"|their)\b\s*(?:[a-z0-9&'-]+\s*){0,5})\?\s*$"
)
_INNER = regex(
    r"\b(?:for|in|at|on|of|under|during|within|that|which|who|if|when|because|than|be|been|being|apply|join|lead|to) "
)
_CASE = regex(r"\b(?:if|when|because|since|who|that|which|after|before|unless|although|while|once)\b")
# What may stand behind the name of a programme, which is blank by then, before the question ends.
_BEHIND_NAME = regex(
    r"\s{3}(?=\S)(?!(?:[a-z-]+ )*(?:form|application|call|scheme|bid|review|defen[cs]e|list|system|period|round"
    r"|programme|notice|plan|report|title|status|award|grant|subsidy|website|documents?|materials?)s?$)"
)
# Who heads a group is its chair, no lead unit; what a rule applies from is when it takes effect.
_HEADS = regex(r"\b(?:head|lead)s?(?= (?:[^?.!,;]{0,60} )?(?:leading|working|steering) (?:group|committee))")
_APPLIES_FROM = regex(
    r"^(?P<lead>\W*)(?:from|since|as of|starting) (?:what|which) (?:date|day)\b(?P<rest>[^?.!]*?)"
    r"\b(?:apply|applicable|valid|in force)\b"
)
# Where papers go is where they are handed in.
_GO_TO = regex(
    r"\b(?:go|goes|going) to (?=(?:the |our |your )?(?:[a-z]+ ){0,3}?(?:(?:at|in|of) the )?(?:[a-z]+ ){0,2}"
    r"(?:bureau|office|department|ministry|commission|division)\b)"
)
SENT_TO = regex(
    r"\b(?:sen[dt]|submit(?:ted)?|handed in|deliver(?:ed)?|mail(?:ed)?|post(?:ed)?) to (?:the |our |your )?"
    r"(?:[a-z]+ ){0,3}?(?:(?:at|in|of) the )?"
    r"(?P<office>(?:[a-z]+ ){0,2}(?:bureau|office|department|ministry|commission|division)\b)"
)
_SPENT = regex(r"\b(?:use|used|spend|spent|buy|bought|pay|paid|invest\w*|go)\b")


def as_readers_know(text: str) -> str:
    """The lower-cased text: "is four years old" of a company as its founding, of a person as 岁, "March 2023" as
    2023年3月, spelt-out numbers in figures, and a bare million as money where money is spoken of."""
    if not _LETTER.search(text):
        return text
    made = _APPLIES_FROM.sub(r"\g<lead>when\g<rest>take effect", _HEADS.sub("chair", _GO_TO.sub("submitted to ", text)))
    made = _LASTING.sub("how long now ", _SPELT.sub(lambda m: str(_spelt(m)), made))
    made = _AND_A_HALF.sub(_with_half, made)
    made = _AGED.sub(_aged, _OLD.sub(_old, made))
    made = _TIMES.sub(lambda m: f"{english(m['n'])}次", _TWICE.sub("2次", made))
    made = _THOUSANDS.sub(r"\g<n> thousand", made)
    if _OF_MONEY.search(made):
        made = _BARE.sub(r"\g<n> yuan", made)
    return _TAIL.sub(_of_what_first, _NAMELESS.sub(lambda m: f"{english(m['n'])}个", _with_days(made)))


def _of_what_first(match: re.Match[str]) -> str:
    tail = match["tail"].rstrip()
    rest = tail.split(" ", 1)[1] + " "
    if not rest.split()[1:] or _INNER.search(rest) or _CASE.search(match["main"]) or _BEHIND_NAME.search(tail):
        return match.group()
    if tail.startswith(("for ", "on ")) and _SPENT.search(match["main"]):
        return match.group()
    return f"{match['before']}{tail}, {match['main']}?"


def _spelt(match: re.Match[str]) -> Fraction | int:
    if match["teen"]:
        return _TEEN[match["teen"]]
    tens = 10 * (2 + _TENS.split("|").index(match["tens"]))
    return tens + (english(match["ones"]) or 0 if match["ones"] else 0)


def _with_half(match: re.Match[str]) -> str:
    """Years and a half in months, so that the figure stays a whole one."""
    if match["half"]:
        return "6 months"
    if match["ten"]:
        return "10 years"
    whole = (english(match["n"]) if match["n"] else None) or Fraction(1)
    return f"{int(whole * 12) + 6} months" if match["unit"] != "months" else f"{float(whole) + 0.5} months"


def _old(match: re.Match[str]) -> str:
    who, how = f"{match['who']}{match['between']}", match["how"] or ""
    years = english(match["n"])
    if years is None:
        return match.group()
    if re.fullmatch(_PERSON, match["who"]):
        return f"{who} {match['be']}{how} {int(years)}岁"
    return f"{who} was founded{how} {match['n']} years ago"


def _aged(match: re.Match[str]) -> str:
    years = english(match["n"] or match["aged"])
    who = match["who"] or ""
    if years is None:
        return match.group()
    if re.fullmatch(rf"(?:{_ORGANISATION})s?", who):
        return f"{who} founded {int(years)} years ago"
    return f"{int(years)}岁 {who}".rstrip()


def _with_days(text: str) -> str:
    """English dates as Chinese ones: "5 march 2023" is 2023年3月5日."""
    made = text
    for day in reversed(find_days(text)):
        told = text[day.start : day.end]
        if not _LETTER.search(told) or (day.year is None and day.day is None):
            continue
        year, of_month = f"{day.year}年" if day.year else "", f"{day.day}日" if day.day else ""
        made = f"{made[: day.start]}{year}{day.month}月{of_month} {made[day.end :]}".rstrip()
    return made
