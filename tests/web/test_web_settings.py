"""The settings of the server, and what is said of wrong ones."""

from __future__ import annotations

import pytest

from assistant.errors import InputError
from assistant.settings import Web, from_environment


def test_without_any_the_server_is_guarded() -> None:
    assert from_environment({}).web == Web("120/minute", (), (), log=True, log_questions=False, metrics=True)


def test_every_one_can_be_set() -> None:
    environ = {
        "ASSISTANT_RATE": "7/hour",
        "ASSISTANT_PROXIES": "127.0.0.1, 10.0.0.0/8 ,2001:DB8::1,",
        "ASSISTANT_ORIGINS": "https://A.example.cn, http://localhost:3000",
        "ASSISTANT_LOG": "off",
        "ASSISTANT_LOG_QUESTIONS": "1",
        "ASSISTANT_METRICS": "off",
    }
    proxies = ("127.0.0.1", "10.0.0.0/8", "2001:db8::1")
    origins = ("https://a.example.cn", "http://localhost:3000")
    assert from_environment(environ).web == Web(
        "7/hour", proxies, origins, log=False, log_questions=True, metrics=False
    )
    assert from_environment({"ASSISTANT_RATE": "0"}).web.rate == "0"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ASSISTANT_RATE", "fast"),
        ("ASSISTANT_RATE", "-1/minute"),
        ("ASSISTANT_RATE", "0/minute"),
        ("ASSISTANT_RATE", "120"),
        ("ASSISTANT_RATE", "10/day"),
        ("ASSISTANT_PROXIES", "nginx"),
        ("ASSISTANT_PROXIES", "10.0.0.1/8"),
        ("ASSISTANT_PROXIES", "*"),
        ("ASSISTANT_ORIGINS", "*"),
        ("ASSISTANT_ORIGINS", "example.cn"),
        ("ASSISTANT_ORIGINS", "https://example.cn/path"),
        ("ASSISTANT_ORIGINS", "https://example.cn\r\nX: y"),
        ("ASSISTANT_LOG", "yes"),
        ("ASSISTANT_LOG_QUESTIONS", "true"),
        ("ASSISTANT_METRICS", "1"),
    ],
)
def test_a_wrong_one_is_told_with_the_remedy(name: str, value: str) -> None:
    with pytest.raises(InputError, match=name) as caught:
        from_environment({name: value})
    assert name in caught.value.zh
