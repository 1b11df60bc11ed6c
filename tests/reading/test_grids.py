"""Tables whose columns have names: cells that go on below, merged cells, forms that only look alike."""

from __future__ import annotations

from assistant.guideline.clause import Clause
from assistant.reading.corrections import Reviewed
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in

NOTICE = """甲市文化局关于扶持书店的通知

各书店：
一、扶持标准
{table}
二、其他
本通知自印发之日起施行。
"""


def rows(table: str) -> list[Clause]:
    found = clauses_in("d", Extracted(NOTICE.format(table=table)), Reviewed())
    return [c for c in found if c.kind == "row"]


def cells(row: Clause) -> dict[str, str]:
    return {c.column: "".join(row.text[a:b] for a, b in c.spans) for c in row.cells}


def test_the_cells_of_a_row_are_known_by_the_names_of_their_columns() -> None:
    head, area, seats = rows("指  标\t社区店\t\t乡村店\n营业面积\t\t90平方米\t50平方米\n座位\t\t20个\t\t8个")

    assert head.text.split() == ["指", "标", "社区店", "乡村店"]
    assert head.cells == ()
    assert cells(area) == {"指标": "营业面积", "社区店": "90平方米", "乡村店": "50平方米"}
    assert cells(seats) == {"指标": "座位", "社区店": "20个", "乡村店": "8个"}
    assert "社区店 乡村店" in seats.context


def test_a_first_cell_broken_over_two_lines_is_one() -> None:
    _, first, second = rows("店别\t名额\t备注\n设在乡镇的\n实体书店\t3\t由镇推荐\n连锁书店\t2\t直接申报")

    assert cells(first) == {"店别": "设在乡镇的实体书店", "名额": "3", "备注": "由镇推荐"}
    assert cells(second)["名额"] == "2"


def test_a_last_cell_goes_on_in_the_line_below() -> None:
    _, first, second = rows("店别\t名额\t备注\n社区店\t\t3\t由街道推荐，\n\t\t\t\t同一街道限1家\n连锁店\t\t2\t直接申报")

    assert first.text == "社区店 3 由街道推荐，同一街道限1家"
    assert cells(first)["备注"] == "由街道推荐，同一街道限1家"
    assert cells(second)["店别"] == "连锁店"


def test_figures_under_what_they_count_belong_to_the_row_above() -> None:
    _, first, second = rows("项目\t社区店\t乡村店\n读书活动\t上年度\t上年度\n\t12场\t6场\n座位\t20个\t8个")

    assert cells(first) == {"项目": "读书活动", "社区店": "上年度12场", "乡村店": "上年度6场"}
    assert cells(second)["乡村店"] == "8个"


def test_a_row_cut_off_between_two_cells_is_one() -> None:
    table = "店别\t名额\t补助\t备注\n社区店\t3\n\t8\t无\n乡村店\t2\t9\n5个为限\n\n校园店\t1\t4\t无"
    _, first, second, third = rows(table)

    assert cells(first) == {"店别": "社区店", "名额": "3", "补助": "8", "备注": "无"}
    assert cells(second) == {"店别": "乡村店", "名额": "2", "补助": "9", "备注": "5个为限"}
    assert cells(third)["店别"] == "校园店"


def test_what_was_cut_off_a_last_cell_or_the_last_name_is_put_back() -> None:
    table = "店别\t名额\t其中：夜店\n不少于（家）\n社区店\t3\t分两期：先付\n60%，后付40%\n乡村店\t2\t30字\n以内\n校园店\t1\t0"
    head, first, second, third = rows(table)

    assert head.text == "店别 名额 其中：夜店不少于（家）"
    assert cells(first)["其中：夜店不少于（家）"] == "分两期：先付60%，后付40%"
    assert cells(second)["其中：夜店不少于（家）"] == "30字以内"
    assert cells(third) == {"店别": "校园店", "名额": "1", "其中：夜店不少于（家）": "0"}


def test_a_line_that_begins_the_row_below_is_no_rest_of_the_row_above() -> None:
    _, first, second = rows("店别\t名额\t备注\n社区店\t3\t无\n连锁\n书店\t2\t无")

    assert cells(first)["备注"] == "无"
    assert cells(second)["店别"] == "连锁书店"


def test_an_aside_below_a_first_cell_belongs_to_it() -> None:
    _, first, _ = rows("项目\t社区店\t乡村店\n座位\t20个\t8个\n（含临时座位）\n活动\t12场\t6场")

    assert cells(first)["项目"] == "座位（含临时座位）"
    assert first.text == "座位 20个 8个 （含临时座位）"


def test_a_row_under_a_merged_cell_is_a_row_of_its_own() -> None:
    _, first, second, third = rows(
        "渠道\t店别\t名额\n街道\t社区店\t每个街道不超过3家\n\t乡村店\t每个街道不超过5家\n直接申报\t连锁店\t不超过9家"
    )

    assert cells(second) == {"店别": "乡村店", "名额": "每个街道不超过5家"}
    assert "街道" in second.context
    assert cells(third)["渠道"] == "直接申报"
    assert first.text.startswith("街道")


def test_a_form_is_no_table_of_values() -> None:
    found = rows("店名\t\t店长\t\t电话\n地址\t\t面积\t\t座位\n开户行\t\t账号\t\t备注")

    assert all(not c.cells for c in found)


def test_what_follows_the_table_is_no_part_of_it() -> None:
    found = clauses_in(
        "d",
        Extracted(NOTICE.format(table="店别\t名额\n社区店\t3\n乡村店\t2\n注：名额可以空缺。")),
        Reviewed(),
    )

    assert "注：名额可以空缺。" in [c.text for c in found if c.kind == "paragraph"]


def test_the_last_cell_of_a_numbered_row_goes_on_wherever_the_line_broke() -> None:
    table = (
        "序号\t材料\t份数\t要求\n1\t选书清单\t2份\t加盖公章，\n逐页编号\n2\t租约或\n产权证明\t1份\t复印件\n"
        "3\t信用报告\t1份\t从网站\n下载打印\n4\t合影\t1张\t彩色"
    )
    _, first, second, third, fourth = rows(table)
    assert cells(first)["要求"] == "加盖公章，逐页编号"
    assert cells(second) == {"序号": "2", "材料": "租约或产权证明", "份数": "1份", "要求": "复印件"}
    assert cells(third)["要求"] == "从网站下载打印"
    assert cells(fourth)["材料"] == "合影"


def test_figures_pushed_to_the_next_line_belong_to_their_row() -> None:
    _, first, second, third = rows("区县\t社区店\t乡村店\t合计\n东区\t4\t3\n7\n西区\t5\n\t2\t7\n南区\t1\t1\t2")
    assert [cells(r) for r in (first, second, third)] == [
        {"区县": "东区", "社区店": "4", "乡村店": "3", "合计": "7"},
        {"区县": "西区", "社区店": "5", "乡村店": "2", "合计": "7"},
        {"区县": "南区", "社区店": "1", "乡村店": "1", "合计": "2"},
    ]


def test_the_name_of_a_column_goes_on_below_it() -> None:
    head, first, _ = rows("区县\t名额（家）\t其中：乡村店\n不少于（家）\n东区\t4\t3\n西区\t5\t2")
    assert head.text == "区县 名额（家） 其中：乡村店不少于（家）"
    assert cells(first) == {"区县": "东区", "名额（家）": "4", "其中：乡村店不少于（家）": "3"}
