"""Who does a thing is told by the sentence on that thing, not by who runs it all; which body is set up likewise."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NAME = "灯塔实践基地"


@pytest.fixture(scope="module")
def lamp() -> Built:
    """A guideline nobody published."""
    return over(
        f"第一条 海风促进中心负责{NAME}在全国范围的组织实施。",
        "第二条 建设技术顾问团，聘请企业负责人担任顾问，并由顾问委员会发放聘书。",
        "第三条 学校与企业共同成立航标建设工作组，制定管理制度。健全质量保障体系，定期开展自我评估。",
        "第四条 校企联合开设“小讲堂”“小课题”，开发“小证书”，为产业提供支撑。",
    )


def test_who_runs_it_all(lamp: Built) -> None:
    assert lamp.ask(f"{NAME}是哪家单位组织的？").answer == f"第一条 海风促进中心负责{NAME}在全国范围的组织实施"


def test_who_gives_the_certificates(lamp: Built) -> None:
    assert "由顾问委员会发放聘书" in lamp.ask(f"给{NAME}顾问团的顾问发聘书，是谁来发？").answer


def test_which_body_is_set_up(lamp: Built) -> None:
    told = lamp.ask(f"{NAME}要求学校和企业一起成立个什么机构？").answer
    assert "航标建设工作组" in told
    assert "自我评估" not in told


def test_how_many_of_what_are_what_asks_which(lamp: Built) -> None:
    told = lamp.ask(f"{NAME}里校企联合开设的几个“小”是什么？").answer
    assert "“小讲堂”“小课题”" in told
