"""Any assistant that answers `POST {"question", "history"}` with the fields of the contract."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

import httpx2

from evals.asking import Asker, Heard, request
from evals.cases import Case
from evals.errors import EvalError, ReplyError
from evals.reply import reply_of

BUSY = (429, 503)


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is asked: `at_once` questions at a time, `timeout` seconds for each try, and `patience` seconds in
    all of waiting for a server that says that it is busy (429 or 503)."""

    at_once: int = 4
    timeout: float = 30.0
    patience: float = 120.0


def over_http(
    url: str, today: date, manners: Manners = Manners(), sleep: Callable[[float], None] = time.sleep
) -> Asker:
    """Asks the address; what is no answer of the contract is a reason why there is none, never a wrong answer.

    The day of asking is the server's own: a line on standard error says so where it is not `today`.
    """
    if not url.startswith(("http://", "https://")):
        raise EvalError(f"{url} is no http address.")

    def ask(cases: Sequence[Case]) -> Mapping[str, Heard]:
        limits = httpx2.Limits(max_connections=manners.at_once)
        with (
            httpx2.Client(timeout=manners.timeout, limits=limits) as client,
            ThreadPoolExecutor(manners.at_once) as pool,
        ):
            heard = pool.map(lambda case: _heard(client, url, case, manners, sleep), cases)
            found = {case.id: one for case, one in zip(cases, heard, strict=True)}
        _warn_of_another_day(found, today)
        return found

    return ask


def _heard(client: httpx2.Client, url: str, case: Case, manners: Manners, sleep: Callable[[float], None]) -> Heard:
    try:
        response = _patiently(lambda: client.post(url, json=request(case)), manners.patience, sleep)
        if response.is_success:
            return Heard(reply_of(response.json()))
        return Heard(None, f"HTTP {response.status_code}: {_told(response)}")
    except httpx2.TimeoutException:
        return Heard(None, f"no answer within {manners.timeout:g} s")
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        return Heard(None, f"{type(error).__name__}: {error}")
    except ReplyError as error:
        return Heard(None, str(error))
    except ValueError:
        return Heard(None, "The reply is not valid JSON.")


def _patiently(post: Callable[[], httpx2.Response], patience: float, sleep: Callable[[float], None]) -> httpx2.Response:
    response = post()
    while response.status_code in BUSY and patience > 0:
        pause = min(_pause(response), patience)
        sleep(pause)
        patience -= pause
        response = post()
    return response


def _pause(response: httpx2.Response) -> float:
    """What the server asks for in seconds, at least one; one where it does not say."""
    asked = response.headers.get("Retry-After", "")
    return max(1.0, float(asked)) if asked.isdecimal() else 1.0


def _told(response: httpx2.Response) -> str:
    """The sentence of an error of the contract, else the start of the body."""
    try:
        return str(response.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return response.text[:200]


def _warn_of_another_day(heard: Mapping[str, Heard], today: date) -> None:
    days = {one.reply.as_of for one in heard.values() if one.reply and one.reply.as_of} - {today.isoformat()}
    if days:
        print(f"The server answered as of {', '.join(sorted(days))}; the cases are as of {today}.", file=sys.stderr)
