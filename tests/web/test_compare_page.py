"""/compare: choosing, the table, its filter, what is told beside the clauses, errors that keep what was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from tests.web.tooling import beacon, browsing, carded, harbour, links, notice, words_of

EVIL = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
BOTH = {"programme": ["港湾", "航标"]}


@pytest.fixture
def client() -> Iterator[TestClient]:
    with browsing(carded(harbour(), beacon())) as client:
        yield client


def test_without_a_choice_there_is_a_form_and_nothing_else(client: TestClient) -> None:
    page = client.get("/compare")
    assert page.status_code == 200
    assert '<details class="fold" open>' in page.text
    assert "<table" not in page.text
    assert 'role="alert"' not in page.text
    assert {"港湾计划", "航标计划", "选择项目（2 到 12 个）"} <= set(words_of(page.text))
    assert '<a href="./compare" aria-current="page">项目对比</a>' in page.text


def test_two_programmes_stand_side_by_side_with_the_clauses(client: TestClient) -> None:
    page = client.get("/compare", params=BOTH).text
    said = words_of(page)
    assert page.count('scope="col"') == 3
    for quote in (
        "本项目由本科院校牵头申报",
        "本项目由企业牵头申报",
        "联合申报单位不超过3家",
        "本项目的联合申报单位不超过 3 家",
    ):
        assert quote in said, quote
    assert said.count("不同") == 1
    assert "2 个项目，31 个事项，其中 1 个一致。" in said
    assert said.count("报送截止 2026-03-01，已过") == 1
    source = next(link for link in links(page) if link.startswith("./library/%E6%B8%AF%E6%B9%BE?clause="))
    opened = client.get("/" + source.removeprefix("./")).text
    assert '<mark id="here" tabindex="-1">' in opened


def test_it_can_be_had_as_a_file(client: TestClient) -> None:
    found = links(client.get("/en/compare", params={**BOTH, "facet": "lead"}).text)
    for ending in ("docx", "xlsx"):
        link = next(link for link in found if f"format={ending}" in link)
        assert link.startswith("../api/compare?")
        assert "lang=en" in link
        assert "facet=lead" in link
        assert client.get("/" + link.removeprefix("../")).content.startswith(b"PK")


def test_only_differences_leaves_out_what_is_the_same(client: TestClient) -> None:
    page = client.get("/compare", params={**BOTH, "different": "1"}).text
    assert "本项目由企业牵头申报" in page
    assert "联合申报单位不超过3家" not in page
    assert "./compare?" + urlencode([("programme", "港湾"), ("programme", "航标")]) in links(page)
    assert '<input type="hidden" name="different" value="1">' in page


def test_points_can_be_named_and_the_others_are_one_link_away(client: TestClient) -> None:
    page = client.get("/compare", params={**BOTH, "facet": ["lead", "nope"]}).text
    assert "只看：牵头（申报）单位" in words_of(page)
    assert "联合申报单位不超过3家" not in page
    unknown = client.get("/compare", params={**BOTH, "facet": "nope"})
    assert unknown.status_code == 404
    assert "没有这个事项，下面是全部事项。" in words_of(unknown.text)


def test_what_nobody_reviewed_is_marked() -> None:
    with browsing(carded(harbour(), beacon(), checked=False)) as client:
        said = words_of(client.get("/compare", params=BOTH).text)
        assert said.count("未复核") == 2 + 4  # at both names, in all four cells that say something
        assert "未找到相关条款，未复核" in said
        assert "文件未规定" not in said


@pytest.mark.parametrize(
    ("names", "status", "sentence"),
    [
        (["港湾"], 200, "已选一个项目，请再选一个。"),
        (["港湾", "港湾"], 200, "已选一个项目，请再选一个。"),
        (["港湾", "没有的"], 404, "没有这个项目，请从下面重新选择。"),
        (["港湾", EVIL], 404, "没有这个项目，请从下面重新选择。"),
    ],
)
def test_a_choice_that_cannot_be_compared_is_said_and_kept(
    client: TestClient, names: list[str], status: int, sentence: str
) -> None:
    page = client.get("/compare", params={"programme": names})
    assert page.status_code == status
    assert sentence in words_of(page.text)
    assert 'value="港湾" checked' in page.text
    assert "<img" not in page.text


def test_thirteen_are_too_many() -> None:
    many = [notice(f"第{n}", "本项目由企业牵头申报。") for n in range(13)]
    with browsing(carded(*many)) as client:
        names = [made.id for made in many]
        page = client.get("/compare", params={"programme": names})
        assert page.status_code == 400
        assert "请给出 2 到 12 个不同的项目来对比，现在是 13 个。" in words_of(page.text)
        assert page.text.count(" checked>") == 13
        fewer = client.get("/compare", params={"programme": names[:12]}).text
        assert '<div class="frame many"' in fewer
        taken_out = [link for link in links(fewer) if link.count("programme=") == 11]
        assert len(set(taken_out)) == 12


def test_in_english_the_words_are_english_and_the_clauses_stay(client: TestClient) -> None:
    page = client.get("/en/compare", params=BOTH).text
    said = words_of(page)
    assert "2 programmes, 31 points, 1 of them the same." in said
    assert "本项目由企业牵头申报" in said
    assert '<html lang="en">' in page


def test_nobodys_words_become_markup_and_addresses_are_relative(client: TestClient) -> None:
    with browsing(carded(harbour(EVIL + "企业须提交材料。"), beacon())) as other:
        page = other.get("/compare", params=BOTH).text
        assert "<img" not in page
    for path in ("/compare", "/en/compare"):
        found = links(client.get(path, params=BOTH).text)
        assert found
        assert [link for link in found if link.startswith(("/", "http"))] == []
