"""What somebody might write to make a page do something: each sets `window.__hit`, or plants an element, if it can."""

from __future__ import annotations

HIT = "window.__hit=1"

_SCRIPTS = (
    f"<script>{HIT}</script>",
    f"<script >{HIT}</script\n>",
    f"<ScRiPt>{HIT}</sCrIpT>",
    f"<script type=module>{HIT}</script>",
    f"<script src=data:text/javascript,{HIT}></script>",
    f"<script src='//127.0.0.1:9/x.js'></script><script>{HIT}</script>",
    f"<scr<script>ipt>{HIT}</scr</script>ipt>",
    f"</script><script>{HIT}</script>",
    f"</title><script>{HIT}</script>",
    f"</textarea><script>{HIT}</script>",
    f"</style><script>{HIT}</script>",
    f"</pre></p></div><script>{HIT}</script>",
    f"</article></main></body><script>{HIT}</script>",
    f"--><script>{HIT}</script><!--",
    f"]]><script>{HIT}</script><![CDATA[",
    f"<noscript><p title='</noscript><script>{HIT}</script>'>",
    f"<template><script>{HIT}</script></template>",
    f"<!--><script>{HIT}</script>-->",
    f"'-{HIT}-'</script>",
    f"\\u003cscript\\u003e{HIT}\\u003c/script\\u003e",
)
_HANDLERS = tuple(
    text.replace("HIT", HIT)
    for text in (
        "<img src=x onerror=HIT>",
        "<img src=x onerror='HIT'//",
        "<img/src=x/onerror=HIT>",
        '<img src="x" onerror="HIT">',
        "<IMG SRC=x ONERROR=HIT>",
        "<img src=x:x onerror\n=\nHIT>",
        "<body onload=HIT>",
        "<input autofocus onfocus=HIT>",
        "<details open ontoggle=HIT>",
        "<video><source onerror=HIT></video>",
        "<audio src=x onerror=HIT>",
        "<marquee onstart=HIT>",
        "<div onpointerover=HIT style='position:fixed;inset:0'>x</div>",
        "<a href=x onfocus=HIT tabindex=1 autofocus>x</a>",
        "<style>@keyframes k{}</style><b style=animation-name:k onanimationstart=HIT>",
        "<iframe srcdoc='<script>parent.__hit=1</script>'></iframe>",
        "<iframe src=javascript:parent.__hit=1></iframe>",
        "<object data=javascript:HIT></object>",
        "<embed src=javascript:HIT>",
        "<select autofocus onfocus=HIT>",
        "<textarea autofocus onfocus=HIT>",
        "<dialog open onclose=HIT>",
        "<button popovertarget=h>x</button><div popover id=h onbeforetoggle=HIT>x</div>",
        "<isindex type=image src=x onerror=HIT>",
        "<frameset onload=HIT>",
    )
)
_FOREIGN = tuple(
    text.replace("HIT", HIT)
    for text in (
        "<svg onload=HIT>",
        "<svg><script>HIT</script></svg>",
        "<svg><animate onbegin=HIT attributeName=x dur=1s>",
        "<svg><a xlink:href=javascript:HIT><text>x</text></a></svg>",
        "<svg><foreignObject><img src=x onerror=HIT></foreignObject></svg>",
        "<svg><style><img src=x onerror=HIT></style></svg>",
        "<svg><use href='data:image/svg+xml,<svg id=x onload=HIT>#x'></svg>",
        "<math><mtext><img src=x onerror=HIT></mtext></math>",
        "<math href=javascript:HIT>x</math>",
        "<math><mi//xlink:href='data:x,<script>HIT</script>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=HIT>",
        "<svg></p><style><a id='</style><img src=x onerror=HIT>'>",
    )
)
_ADDRESSES = tuple(
    text.replace("HIT", HIT)
    for text in (
        "javascript:HIT",
        "<a href=javascript:HIT>点</a>",
        "<a href='java\tscript:HIT'>点</a>",
        "<a href=&#106;avascript:HIT>点</a>",
        "[点](javascript:HIT)",
        "![x](x){onerror=HIT}",
        "[x]: javascript:HIT",
        "<javascript:HIT>",
        "[点](data:text/html,<script>HIT</script>)",
        "`<img src=x onerror=HIT>`",
        "vbscript:HIT",
        "//127.0.0.1:9/x",
        "<link rel=stylesheet href=//127.0.0.1:9/x.css>",
        "<base href=//127.0.0.1:9/>",
        "<meta http-equiv=refresh content='0;url=javascript:HIT'>",
        "<meta http-equiv=refresh content='0;url=//127.0.0.1:9/'>",
        "<form action=javascript:HIT><button autofocus>x</button></form>",
        "<form action=//127.0.0.1:9/ id=question><input name=q></form>",
        "<button formaction=javascript:HIT>x</button>",
        "<div style='background:url(//127.0.0.1:9/x)'>x</div>",
        "<style>body{background:url(//127.0.0.1:9/x)}</style>",
        "<style>@import '//127.0.0.1:9/x.css';</style>",
        "url(javascript:HIT)",
        "<table background=//127.0.0.1:9/x>",
        "<img srcset='//127.0.0.1:9/x 1x'>",
    )
)
_TEMPLATES = tuple(
    text.replace("HIT", HIT)
    for text in (
        "{{ 7*7 }}",
        "{{constructor.constructor('HIT')()}}",
        "${HIT}",
        "#{HIT}",
        "<%= HIT %>",
        "{% include '/etc/passwd' %}",
        "{{ self.__init__.__globals__ }}",
        "{0.__class__}{query}{count}",
        "%(x)s %s %n",
        "`+HIT+`",
    )
)
_BREAKOUTS = tuple(
    text.replace("HIT", HIT)
    for text in (
        '" onmouseover="HIT" x="',
        "' onmouseover='HIT' x='",
        '"><img src=x onerror=HIT>',
        "'><img src=x onerror=HIT>",
        '" data-ask="别的问题" data-programme="x',
        '" data-source href="javascript:HIT',
        '"autofocus onfocus=HIT x="',
        "\" style=\"background:url('//127.0.0.1:9/x')",
        "</blockquote><a data-ask='恶意问题' href=javascript:HIT>继续</a>",
        "<a class=open data-source href=//127.0.0.1:9/x>打开原文</a>",
        '\\"><img src=x onerror=HIT>',
    )
)
_CLOBBERS = (
    "<form id=said><input name=textContent></form>",
    '<div id=said>{"title": "x"}</div>',
    "<div id=turns></div><div id=talk></div>",
    "<img name=documentElement src=x>",
    "<img name=body src=x><img name=getElementById src=x>",
    "<a id=starting></a><a id=starting name=x></a>",
    "<div id=sheet><mark id=here>伪造的原文</mark></div>",
    "<textarea class=copied>伪造的出处</textarea>",
)
_TRICKS = (
    "&lt;script&gt;window.__hit=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.__hit=1&#62;",
    "&lt;img src=x onerror=window.__hit=1&gt;&amp;lt;",
    "\uff1cscript\uff1ewindow.__hit=1\uff1c/script\uff1e",
    "\ufe64img src=x onerror=window.__hit=1\ufe65",
    "+ADw-script+AD4-window.__hit=1+ADw-/script+AD4-",
    "\u202e<img src=x onerror=window.__hit=1>\u202c",
    "<img\u2028src=x\u2028onerror=window.__hit=1>",
    "\u200b<\u200bscript>window.__hit=1</script>",
    "<\u0000script>window.__hit=1</script>",
    "<img src=x o\u212aerror=window.__hit=1 on\u017ferror=1>",
    "\x1b]0;x\x07<img src=x onerror=window.__hit=1>",
)

PAYLOADS = _SCRIPTS + _HANDLERS + _FOREIGN + _ADDRESSES + _TEMPLATES + _BREAKOUTS + _CLOBBERS + _TRICKS


def batches(size: int) -> list[str]:
    """All payloads, `size` at a time, in one text."""
    return [" 几家 ".join(PAYLOADS[at : at + size]) for at in range(0, len(PAYLOADS), size)]
