"""Short documents and the exact trees expected of them."""

from __future__ import annotations

import pytest

from assistant.guideline.clause import Clause
from assistant.reading.corrections import Reviewed
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in


def read(text: str) -> tuple[Clause, ...]:
    return clauses_in("d", Extracted(text), Reviewed())


def tree(text: str) -> list[tuple[str, str, str, str]]:
    return [(c.id, c.kind, c.heading, c.text) for c in read(text)]


NOTICE = """甲市教育局文件

甲教〔2026〕3号

关于开展共享车间认定工作的
通知

各有关单位：
为推动校企合作，现将有关事项通知如下。
一、申报条件
（一）牵头单位。由企业牵头申报。
〈 二〉 联合单位不超过3家。
1、应当具备下列条件：
（1）成立满2年；
( 2 ） 场地自有。
同一单位不得重复申报。
二、其他
本通知自2026年5月1日起施行。
附件：1.共享车间申报表
2.推荐名单汇总表

甲市教育局
2026年4月1日

附件1

共享车间申报表

车间名称 _____
建设思路\t（不超过200字）
单位类型\t□企业 □学校

推荐名单汇总表

序号\t名称\t地址
1\t\t
"""


def test_a_notice_with_annexes_one_of_whose_heading_lines_was_lost() -> None:
    assert tree(NOTICE) == [
        ("n1", "note", "", "甲市教育局文件"),
        ("n2", "note", "", "甲教〔2026〕3号"),
        ("title", "title", "关于开展共享车间认定工作的通知", "关于开展共享车间认定工作的通知"),
        ("p1", "paragraph", "", "各有关单位："),
        ("p2", "paragraph", "", "为推动校企合作，现将有关事项通知如下。"),
        ("1", "heading", "申报条件", "一、申报条件"),
        ("1.1", "item", "牵头单位", "（一）牵头单位。由企业牵头申报。"),
        ("1.2", "item", "", "（二）联合单位不超过3家。"),
        ("1.2.1", "item", "应当具备下列条件", "1、应当具备下列条件："),
        ("1.2.1.1", "item", "", "（1）成立满2年；"),
        ("1.2.1.2", "item", "", "（2）场地自有。"),
        ("1.2.1.p1", "paragraph", "", "同一单位不得重复申报。"),
        ("2", "heading", "其他", "二、其他"),
        ("2.p1", "paragraph", "", "本通知自2026年5月1日起施行。"),
        ("list1", "item", "共享车间申报表", "附件：1.共享车间申报表"),
        ("list2", "item", "推荐名单汇总表", "2.推荐名单汇总表"),
        ("n3", "note", "", "甲市教育局"),
        ("n4", "note", "", "2026年4月1日"),
        ("a1", "heading", "共享车间申报表", "附件1 共享车间申报表"),
        ("a1.f1", "field", "车间名称", "车间名称 _____"),
        ("a1.f2", "field", "建设思路", "建设思路 （不超过200字）"),
        ("a1.f3", "field", "单位类型", "单位类型 □企业 □学校"),
        ("a2", "heading", "推荐名单汇总表", "推荐名单汇总表"),
        ("a2.r1", "row", "", "序号 名称 地址"),
    ]


def test_paths_name_the_headings_above() -> None:
    clauses = {c.id: c for c in read(NOTICE)}
    assert clauses["1.2.1.2"].path == ("一、申报条件", "（二）联合单位不超过3家", "1、应当具备下列条件")
    assert clauses["1.2.1.2"].parent == "1.2.1"
    assert clauses["a1.f2"].path == ("附件1 共享车间申报表",)
    assert clauses["a2.r1"].path == ("附件2 推荐名单汇总表",)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.replace("\n", "\r\n"),
        lambda s: s.replace("\n", "\r"),
        lambda s: "\ufeff" + s,
        lambda s: s.replace("二、其他", "- 3 -\n二、其他"),
        lambda s: s.replace("二、其他", "— 12 —\n二、其他"),
        lambda s: s.replace("二、其他", "第 3 页 共 9 页\n二、其他"),
        lambda s: s.replace("二、其他", "[bookmark: _GoBack]二、其他"),
        lambda s: s.replace("各有关单位", "\t各有关单位"),
        lambda s: s.replace("为推动", "\u3000\u3000为推动"),
        lambda s: "首页 > 通知公告 > 正文\n" + s + "\n【打印本页】 【关闭窗口】\n",
        lambda s: s.replace("各有关单位", "发布日期：2026-04-01  来源：甲市教育局  浏览次数：12\n各有关单位"),
        lambda s: s.replace("1.共享车间申报表", "1. 共享车间 申报表"),
        lambda s: s.replace("成立满2年", "成立满２年"),
    ],
)
def test_furniture_line_ends_and_widths_change_nothing(change) -> None:  # type: ignore[no-untyped-def]
    assert tree(change(NOTICE)) == tree(NOTICE)


def test_wrapped_lines_with_blank_lines_between_are_one_paragraph() -> None:
    lines = [
        "为贯彻党中央国务院关于深化产教融合促进中小企业创新发",
        "展等决策部署努力促进人才培养供给侧和产业需求侧结构要",
        "素全方位融合推动教育链人才链与产业链创新链的有机衔接",
        "助力中小企业创新发展和区域经济转型升级我中心决定继续",
        "组织开展创建工作。",
        "一、总则",
        "（一）申请单位在每年 12 月底之前将本年度工作总结报项目",
        "办公室。",
        "（二）数据中心",
        "共同搭建平台。",
    ]
    assert [c.text for c in read("\n\n".join(["试行办法", *lines]))] == [
        "试行办法",
        "".join(lines[:5]),
        "一、总则",
        "（一）申请单位在每年12月底之前将本年度工作总结报项目办公室。",
        "（二）数据中心",
        "共同搭建平台。",
    ]


def test_articles_and_levels() -> None:
    text = "甲办法\n第一章 总则\n第一条 为规范甲，制定本办法。\n第二条 申请甲应当具备下列条件：\n（一）合法；\n（二）满2年。\n不实的不予认定。"
    assert [c.id for c in read(text)] == ["title", "1", "1.1", "1.2", "1.2.1", "1.2.2", "1.2.p1"]
    text = "甲指南\n1. 概况\n1.1 内容\n甲是好的。\n（1）一；\n（2）二。\n1.2 数量\n不超过5个。\n2. 主体\n2.1 牵头\n企业牵头。"
    assert [c.id for c in read(text)] == [
        "title", "1", "1.1", "1.1.p1", "1.1.1", "1.1.2", "1.2", "1.2.p1", "2", "2.1", "2.1.p1",
    ]  # fmt: skip


def test_observation_points_of_a_table_cut_by_a_page() -> None:
    text = (
        "附件：1.甲通知\n关于甲的通知\n各单位：\n附件 2\n甲指标\n基本指标\t观测点\n1. 机制\t1.1 有章程，聘请能\n\n基本指标\t观测点\n"
        "\t工巧匠任职 1.2 有经费\n2. 其他\t扣分\n"
    )
    points = [(c.id, c.text) for c in read(text) if c.id.startswith("a2.")]
    assert points == [
        ("a2.r1", "基本指标 观测点"),
        ("a2.1", "1.机制"),
        ("a2.1.1", "1.1 有章程，聘请能工巧匠任职"),
        ("a2.1.2", "1.2 有经费"),
        ("a2.2", "2.其他"),
        ("a2.2.r1", "扣分"),
    ]
    clause = next(c for c in read(text) if c.id == "a2.1.1")
    start, end = clause.offsets.span(0, len(clause.text))
    assert text[start:end].endswith("任职")
    assert "基本指标" in text[start:end]


def test_parts_stand_above_the_sections_that_begin_anew_in_each() -> None:
    text = "关于甲乙的通知\n第一部分　甲\n一、条件\n满3年。\n二、数量\n5家。\n第二编 乙\n一、条件\n满2年。\n第三部分合同金额由双方商定。"
    found = read(text)
    assert [(c.id, c.kind, c.path) for c in found[1:] if c.kind != "paragraph"] == [
        ("1", "heading", ()),
        ("1.1", "heading", ("第一部分 甲",)),
        ("1.2", "heading", ("第一部分 甲",)),
        ("2", "heading", ()),
        ("2.1", "heading", ("第二编 乙",)),
        ("3", "item", ()),
    ]


def test_lines_broken_by_a_count_of_characters_are_joined() -> None:
    body = (
        "一、应当具备的条件",
        "（一）主体单位实际出海满18个月，计算至2026年8",
        "月31日。",
        *(
            f"（{n}）渔业机构实际出海人员不少于{k}0人的单位应当按月报"
            for n, k in zip("二三四五六七八九", range(4, 12), strict=True)
        ),
    )
    lines = [line[:26] + "\n" + line[26:] if len(line) > 26 else line for line in body]
    assert "2026年8月31日。" in " ".join(c.text for c in read("关于甲的通知\n" + "\n".join(lines)))


def test_whom_to_reach_is_told_line_by_line() -> None:
    text = (
        "关于甲的通知\n一、联系方式\n海洋处：甲乙丙 0580-5550163；邮箱 hy@sea.example.cn\n渔业协会项目部（船号咨询）：丁戊 0580-5550177\n"
        "技术支持（船网平台）：0580-5550188（工作日9:00—17:30）\n材料报送地址：望州市望海路6号楼\n本通知由海洋局负责解释。"
    )
    assert [c.text for c in read(text) if c.kind == "paragraph"] == [
        "海洋处：甲乙丙 0580-5550163；邮箱hy@sea.example.cn",
        "渔业协会项目部（船号咨询）：丁戊 0580-5550177",
        "技术支持（船网平台）：0580-5550188（工作日9:00—17:30）",
        "材料报送地址：望州市望海路6号楼",
        "本通知由海洋局负责解释。",
    ]


def test_the_sheets_of_a_form_are_numbered() -> None:
    text = "关于甲的通知\n各单位：\n附件1\n甲申报书\n表一 基本信息\n表二 出海基础（1200字以内。重点写近三年出海情况）\n表三 方案（2500字以内。含计划）"
    found = [(c.id, c.label, c.text) for c in read(text) if c.id.startswith("a1.")]
    assert [(i, label) for i, label, _ in found] == [("a1.1", "表一"), ("a1.2", "表二"), ("a1.3", "表三")]


def test_an_item_that_begins_with_a_year_is_an_item() -> None:
    text = "关于甲的通知\n一、材料\n1．申请表；\n2．2026年度审计报告；\n3.2026年 出海日志。\n二、费用\n4.5万元以内，3.20元起。"
    assert [c.label for c in read(text) if c.kind == "item"] == ["1．", "2．", "3."]


def _tree(text: str) -> list[tuple[str, str, str]]:
    return [(c.id, c.kind, c.text) for c in clauses_in("new", Extracted(text), Reviewed())]


def test_the_caption_of_a_table_opens_no_section() -> None:
    text = (
        "关于甲的通知\n一、名额\n名额见表1。\n表1  名额表\n区县\t名额\n东区\t4\n西区\t5\n二、补助\n（一）补助见表2。\n"
        "表2  补助表\n类别\t金额\n大船\t200\n小船\t80\n（二）补助用于修船。\n三、其他\n另行通知。"
    )
    found = {i: k for i, k, _ in _tree(text)}
    assert found["1.t1"] == found["2.t2"] == found["2"] == found["3"] == "heading"
    assert [i for i in found if i.startswith("2.t2.r")] == ["2.t2.r1", "2.t2.r2", "2.t2.r3"]
    assert found["2.2"] == "item"


def test_what_an_annex_appends_is_an_annex_of_its_own() -> None:
    text = (
        "关于甲的通知\n一、事项\n请遵照执行。\n附件\n甲管理办法\n第一条  申报单位填写《申报书》（附2），按规定报送。\n附1\n"
        "各县名额表\n县\t名额\n东县\t4\n西县\t5\n附2\n甲申报书\n项目名称：\n"
    )
    found = {i: t for i, _, t in _tree(text)}
    assert found["a1-1"] == "附1 各县名额表"
    assert found["a1-2"] == "附2 甲申报书"
    assert found["a1-1.r2"] == "东县 4"


def test_an_article_and_a_clock_go_on_in_the_next_line() -> None:
    text = (
        "甲管理办法\n第一条  各市于每年10月15日前向省厅报送推荐文件、申报书\n和汇总表，不得超过名额。\n第二条  平台6月3日上午9:\n"
        "00开放，逾期关闭。\n第三条  综合得分由网络评审得分（占60%）和现场评审得\n分（占40%）组成。"
    )
    assert [t for i, _, t in _tree(text) if i in "123"] == [
        "第一条 各市于每年10月15日前向省厅报送推荐文件、申报书和汇总表，不得超过名额。",
        "第二条 平台6月3日上午9:00开放，逾期关闭。",
        "第三条 综合得分由网络评审得分（占60%）和现场评审得分（占40%）组成。",
    ]


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        (
            "望州市海洋局公告\n2026年第6号\n关于受理2026年度渔港驿站申报的公告\n望州海洋　2026-02-24 17:06　发表于望州\n现公告如下。",
            "关于受理2026年度渔港驿站申报的公告",
            "现公告如下。",
        ),
        (
            "望州市海洋局公告\n2026年 第6号\n\n望州市2026年度渔港驿站和海水利用示范项目申报指南\n望州海洋 2026-02-24 17:06 发表于 望州\n\n"
            "现公告如下。\n第一条 为规范管理，制定本指南。",
            "望州市2026年度渔港驿站和海水利用示范项目申报指南",
            "现公告如下。",
        ),
        (
            "各位同事：\n现转来市里的通知，请于3月5日前报办公室。\n关于推荐2026年\n海岛工匠的通知\n各区：\n请推荐。",
            "关于推荐2026年海岛工匠的通知",
            "各位同事：",
        ),
        (
            "望州市海洋局文件\n望海〔2026〕3号\n望州市海洋局转发省海洋厅关于印发\n《渔港驿站遴选和补助办法\n（试行）》的通知\n"
            "各区海洋局：\n请遵照执行。",
            "望州市海洋局转发省海洋厅关于印发《渔港驿站遴选和补助办法（试行）》的通知",
            "各区海洋局：",
        ),
        (
            "望州市海洋局\n望州市水利局\n文件\n望海〔2026〕3号\n望州市海洋局 望州市水利局\n"
            "转发《东屿省渔港驿站管理办法》并组织开展2026年度申报工作的通\n知\n各区海洋局：\n请遵照执行。",
            "转发《东屿省渔港驿站管理办法》并组织开展2026年度申报工作的通知",
            "各区海洋局：",
        ),
        ("望海规〔2026〕3号\n各区海洋局：\n现印发给你们。\n望州市渔港驿站管理办法\n第一章  总则\n第一条 为规范管理，制定本办法。",
         "望州市渔港驿站管理办法", "各区海洋局："),
    ],
)  # fmt: skip
def test_the_title_is_that_of_the_notice_whatever_stands_above_it(text: str, title: str, first: str) -> None:
    clauses = clauses_in("new", Extracted(text), Reviewed())
    assert [c.text for c in clauses if c.kind == "title"] == [title]
    assert next(c.text for c in clauses if c.kind == "paragraph") == first


def test_chapters_and_bare_numbers_open_sections_of_their_own() -> None:
    text = (
        "关于甲的通知\n一、事项\n请遵照执行。\n二、联系方式\n电话见网站。\n甲管理办法\n第一章　总则\n第一条 为规范管理，制定本办法。\n"
        "第二章　附则\n第二条 由市局解释。"
    )
    assert [i for i, k, t in _tree(text) if t == "第一章 总则"] == ["1~2"]
    text = "关于甲的通知\n1  总则\n1.1  为规范管理，制定本办法。\n2  申报条件\n2.1  满3年。\n10个工作日内办结。"
    assert [(i, t) for i, k, t in _tree(text) if k == "heading"] == [("1", "1总则"), ("2", "2申报条件")]
