"""What a new notice's programme is called."""

from __future__ import annotations

import pytest

from assistant.guideline.document import Entry
from assistant.reading.corrections import Reviewed
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in
from assistant.reading.naming import guessed_programmes


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        (
            "岭川省交通运输厅关于组织申报2026年度内河船员带教补助资金项目的通知",
            "现就2026年度内河船员带教补助资金（以下简称船员资金）项目申报事项通知如下。",
            ("内河船员带教补助资金项目", "内河船员带教补助资金", "船员资金"),
        ),
        (
            "关于征集2026年度绿色建材案例库建设项目的通知",
            "现征集一批绿色建材案例库（以下简称“案例库”）建设项目。",
            ("绿色建材案例库建设项目", "绿色建材案例库", "案例库"),
        ),
        (
            "临河区总工会关于做好2026年户外劳动者驿站补贴申领工作的通知",
            "现开展户外劳动者驿站补贴（以下简称驿站补贴）工作。",
            ("户外劳动者驿站补贴", "驿站补贴"),
        ),
        (
            "临河区住房局关于受理2026年教师周转房配租申请的公告",
            "现就2026年教师周转房（以下简称周转房）配租申请公告如下。",
            ("教师周转房", "周转房"),
        ),
        (
            "关于组织申报2026年度老年助餐示范项目的通知",
            "本项目（以下简称项目）由街道申报。",
            ("老年助餐示范项目",),
        ),
    ],
)
def test_names_are_the_title_without_its_wrapping_and_what_the_text_defines(
    title: str, text: str, names: tuple[str, ...]
) -> None:
    clauses = clauses_in("new", Extracted(f"{title}\n\n{text}\n"), Reviewed())
    (programme,) = guessed_programmes("new", Entry("new.txt", title=title), clauses)
    assert programme.names == names


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        (
            "关于开展2026年度市级远洋工作站设立和船员实训基地认定工作的通知",
            "现就市级远洋工作站（以下简称工作站）设立和船员实训基地（以下简称基地）认定通知如下。",
            [("市级远洋工作站", "远洋工作站", "工作站"), ("船员实训基地",)],
        ),
        (
            "市教育局关于开展渔船辅导员选聘和潮汐特色学校遴选工作的通知",
            "第一部分　渔船辅导员选聘\n一、条件\n满3年。\n第二部分　潮汐特色学校遴选\n一、条件\n满2年。",
            [("渔船辅导员",), ("潮汐特色学校",)],
        ),
        (
            "【申报】2026年渔港驿站、船员名师培养启动，速看！",
            "现将《2026年东屿省渔港驿站建设和船员名师培养项目申报指南》予以公布。",
            [("东屿省渔港驿站", "渔港驿站"), ("船员名师培养项目",)],
        ),
        (
            "关于征集2026年度渔民转岗见习单位和青年创业导师的公告",
            "第一部分　转岗见习单位\n一、条件\n满3年。\n第二部分　青年创业导师\n一、条件\n满2年。",
            [("渔民转岗见习单位",), ("青年创业导师",)],
        ),
        # What only stands in a row before the noun is no thing of its own.
        (
            "关于开展第三批全国渔村科普与航海研学营地命名工作的通知",
            "现开展第三批全国渔村科普与航海研学营地（以下简称研学营地）命名工作。",
            [("全国渔村科普与航海研学营地", "渔村科普与航海研学营地", "研学营地")],
        ),
    ],
)
def test_a_title_that_calls_for_several_things_names_each(title: str, text: str, names: list[tuple[str, ...]]) -> None:
    clauses = clauses_in("new", Extracted(f"{title}\n\n{text}\n"), Reviewed())
    assert [p.names for p in guessed_programmes("new", Entry("new.txt", title=title), clauses)] == names


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        (
            "关于开展2026年度省级渔具设计中心认定和复核工作的通知",
            "现组织认定。\n附件：1.申请书\n附件1\n省级渔具设计中心申请书（提纲）\n一、基础",
            ("省级渔具设计中心", "渔具设计中心"),
        ),
        (
            "关于组织申报“船长带徒·新型水手”联合培训项目的通知",
            "现组织申报。\n附件：1.船长带徒项目申报书\n附件1\n船长带徒项目申报书\n一、基础",
            ("船长带徒·新型水手", "船长带徒·新型水手联合培训项目", "船长带徒项目", "船长带徒"),
        ),
        ("关于征集和建设渔村讲习点的通知", "现征集。", ("渔村讲习点",)),
        ("关于推荐和平渔港讲习点的通知", "现推荐。", ("和平渔港讲习点",)),
    ],
)
def test_a_programme_is_called_as_its_form_is(title: str, text: str, names: tuple[str, ...]) -> None:
    clauses = clauses_in("new", Extracted(f"{title}\n\n{text}\n"), Reviewed())
    (programme,) = guessed_programmes("new", Entry("new.txt", title=title), clauses)
    assert programme.names == names


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        (
            "望州市海洋局关于转发《东屿省渔港驿站遴选管理办法》并做好2026年申报工作的通知",
            "现将办法转发给你们。",
            ("东屿省渔港驿站", "渔港驿站"),
        ),
        ("关于重新发布望州市船员积分落户管理办法的通知", "现予发布。", ("望州市船员积分落户", "船员积分落户")),
        ("关于遴选推报省杰出船长奖的通知", "请推报。", ("省杰出船长奖", "杰出船长奖")),
        ("各位同事：", "现接到《关于推荐2026年海岛工匠的通知》，请申报。", ("海岛工匠",)),
        ("各位同事：", "现就2026年海岛工匠推荐有关事项通知如下。", ("海岛工匠",)),
        (
            "关于受理2026年度船员等级评价机构备案的公告",
            "现将船员等级评价机构备案（以下称“备案”）有关事项公告如下。",
            ("船员等级评价机构",),
        ),
    ],
)
def test_what_only_passes_a_notice_on_is_no_name(title: str, text: str, names: tuple[str, ...]) -> None:
    clauses = clauses_in("new", Extracted(f"{title}\n\n{text}\n"), Reviewed())
    (programme,) = guessed_programmes("new", Entry("new.txt", title=title), clauses)
    assert programme.names == names
