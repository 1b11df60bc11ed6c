"""Our head and body around Gradio's page, a key on each script, and everything else untouched."""

from __future__ import annotations

import pytest

from assistant.web.dressing import dress

PAGE = '<!doctype html><html\n\tlang="en" style=""><head><meta property="og:url" content="https://x/" /></head><body\nstyle=""><script>a</script></body></html>'


def test_language_head_body_and_key_are_put_in() -> None:
    made = dress(PAGE, "zh-CN", "<link>", "<main>正文</main>", "k1")
    assert made == (
        '<!doctype html><html lang="zh-CN" style=""><head><link></head>'
        '<body class="chat"><main>正文</main><script nonce="k1">a</script></body></html>'
    )


@pytest.mark.parametrize("part", ['lang="en"', "</head>", "<body"])
def test_another_page_than_the_known_one_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match="another shape"):
        dress(PAGE.replace(part, "<x"), "zh-CN", "", "", "k")
