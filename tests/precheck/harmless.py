"""Forms in order that look otherwise than ours: nothing in them is a fault."""

from __future__ import annotations

from dataclasses import replace

from tests.precheck.cases import CENTRE, COLLEGE, COMMUNITY, CONSORTIUM, LIST, PLAN, SUMMARY, TODAY, Case, case
from tests.precheck.spoiling import (
    corrected_with_tracking,
    emptied,
    everything_in_font,
    in_font,
    in_latin_font,
    in_size,
    instead,
    long_to,
    on_paper,
    runs_in_pieces,
    says,
    spaced,
    with_empty_paragraphs,
    with_enclosures,
    with_row_again,
    with_running_head,
    without_bookmarks,
)

LOOKS = (
    case("no rule on fonts in a 共同体", COMMUNITY, everything_in_font("宋体", 10.5)),
    case("no rule on fonts in a centre", CENTRE, everything_in_font("楷体", 14), spaced("4.1", 360, "auto")),
    case("no rule on looks in a college", COLLEGE, in_font("work.main", "华文细黑"), in_size("work.main", 16), on_paper(21.59, 27.94)),
    case("figures in a Latin font", CONSORTIUM, in_latin_font("3", "Times New Roman"), in_latin_font("2.sales", "Arial")),
    case("the font by its English name", CONSORTIUM, in_font("4", "FangSong_GB2312")),
    case("the right look told once more", CONSORTIUM, in_font("3", "仿宋_GB2312"), in_size("3", 12), spaced("3", 320, "exact")),
    case("exactly five hundred", COMMUNITY, long_to("3", 500)),
    case("exactly two thousand", CONSORTIUM, long_to("3", 2000)),
    case("exactly an inherited limit", CENTRE, long_to("5.2.3", 500)),
    case("nearly five thousand in all", SUMMARY, long_to("4", 3500)),
    case("a running head and supporting material", COMMUNITY, with_running_head("某区推荐材料"), with_enclosures),
    case("empty paragraphs", CENTRE, with_empty_paragraphs),
    case("runs in pieces", CENTRE, runs_in_pieces),
)  # fmt: skip

WRITTEN = (
    case("a row added by hand", COMMUNITY, with_row_again("1.companies.4.name", name="杭州某讯边缘计算有限公司", district="拱墅区", code="91330199MA0000066J"), instead("联合9家参与单位", "联合10家参与单位", "3"), instead("由11家建设单位", "由12家建设单位", "4")),
    case("a record added by hand", PLAN, with_row_again("3.rows.4.unit", unit="杭州某湾科技职业学院", content="工业机器人系统集成实训")),
    case("a change that was tracked", CONSORTIUM, corrected_with_tracking("1.staff", "9"), corrected_with_tracking("cover.date", "2024年6月8日")),
    case("full width figures", CONSORTIUM, says("1.staff", "８"), says("1.companies", "６"), says("2.employment.2023", "９７．６")),
    case("spaces in names", CENTRE, says("cover.head", "蒋 某 华"), says("1.builder_head", "韩　某国"), says("cover.builder", "杭州某江 职业技术学院")),
    case("parted thousands", CONSORTIUM, says("2.employees", "8,640"), says("2.assets", "1，268，000"), instead("15600人日", "15,600人日", "3")),
    case("figures with their unit", CONSORTIUM, says("1.staff", "8人"), says("1.source_lead", "260万元"), says("1.companies", "6家"), says("2.employment.2024", "98.0%"), says("2.sales", "1052000 万元")),
    case("square metres by name", CONSORTIUM, says("1.office_area", "260平方米")),
    case("the same money in another unit", CONSORTIUM, instead("总产值386.5亿元", "总产值3865000万元", "1.park_industries")),
    case("money in prose converted", CENTRE, instead("中心总投资3200万元", "中心总投资0.32亿元", "4.1"), instead("收入865.2万元", "收入8652000元", "4.3")),
    case("trailing noughts", CENTRE, says("1.investment", "3200.00"), says("2.equipment", "2650.50")),
    case("years in a range, one way", CONSORTIUM, instead("2024—2026年", "2024-2026年", "4")),
    case("years in a range, another way", CONSORTIUM, instead("2024—2026年", "2024年至2026年", "4")),
    case("years in a range, with a wave", COMMUNITY, instead("2024—2026年", "2024～2026年", "5")),
    case("a day with points", CONSORTIUM, says("cover.date", "2024.5.8")),
    case("a day with strokes", COMMUNITY, says("cover.date", "2024-05-09")),
    case("a day in Chinese figures", CENTRE, says("cover.date", "二〇二四年五月十日")),
    case("a day with noughts", CONSORTIUM, says("cover.date", "2024 年 05 月 08 日")),
    case("the last day itself", CENTRE, says("cover.date", "2024年5月14日")),
    case("none is an answer", CONSORTIUM, says("2.team_awards", "无")),
    case("nought is an answer", CONSORTIUM, says("2.field_engineers.2023", "0"), instead("，现场工程师80人", "", "3")),
    case("nothing other than told", COMMUNITY, says("1.others.1.name", "无")),
    case("a tick of another sort", CENTRE, instead("☑", "☒", "cover.type")),
    case("a tick with a blank", COLLEGE, instead("☑", "√ ", "lead.type")),
    case("brackets of another width", COMMUNITY, instead("推荐区、县(市)", "推荐区、县（市）"), instead("(公章)", "（公章）")),
    case("titles with another stop", CONSORTIUM, instead("1.联合体概况", "1．联合体概况"), instead("3.特色与创新", "3、特色与创新")),
    case("figures of others", CENTRE, instead("与86家企业建立稳定合作关系", "与86家企业建立稳定合作关系，其中一家合作企业占地面积达12万平方米", "4.1")),
    case("the last years told", CONSORTIUM, instead("一是纳入考核。", "一是纳入考核。2021年出台实施意见，2022年列入重点工作。", "1.policies")),
    case("what became of secrets", CENTRE, instead("商业秘密保护", "保密与商业秘密保护", "4.2")),
    case("three names of three", LIST, says("list.rows.3.name", "高端装备数控行业产教融合共同体")),
    case("the seal's day is written by hand", CENTRE, emptied("cover.date"), says("cover.date", "2024年5月10日")),
)  # fmt: skip

MOVED: tuple[Case, ...] = (
    *(case(f"no bookmarks in {form}", form, without_bookmarks) for form in TODAY),
    *(replace(case(f"{form} saved by LibreOffice", form), resaved=True) for form in TODAY),
    case("no bookmarks and runs in pieces", COMMUNITY, without_bookmarks, runs_in_pieces),
    case("no bookmarks and another font", COLLEGE, without_bookmarks, everything_in_font("宋体", 12)),
)
