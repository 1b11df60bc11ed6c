"""Spoiled forms that were written in other words."""

from __future__ import annotations

from dataclasses import replace

from tests.precheck.cases import CENTRE, COLLEGE, COMMUNITY, case
from tests.precheck.spoiling import emptied, instead, long_to, says, with_line, without_row, without_section

OF_A_COLLEGE = "杭州某湾科技职业学院生物医药产教融合实践中心"
OF_NINGBO = "宁波某康生物制药有限公司"

_SECONDS = (
    case("other words: another floor", CENTRE, instead("建筑面积21500平方米", "建筑面积12500平方米", "4.2"), is_="same_figure@4.2|2.floor"),
    case("other words: more trained than in the table", CENTRE, instead("接收学生900人", "接收学生1900人", "5.2.1"), is_="same_figure@5.2.1|3.trained_students.2024", miss="接收学生900人 is not known to be the row 对外开展学生实训总人数"),
    case("other words: works do not add up", CENTRE, instead("三年合计36项、1830万元", "三年合计36项、1930万元", "5.2.3"), is_="total|same_figure@5.2.3", miss="what is told year by year over a field is not added up"),
    case("other words: investments do not add up", CENTRE, says("1.equipment", "4310"), is_="total@1.equipment|1.investment"),
    case("other words: named for a college", CENTRE, says("cover.name", OF_A_COLLEGE), says("1.name", OF_A_COLLEGE), is_="naming@cover.name|1.name"),
    case("other words: short at first", CENTRE, instead("《药品生产质量管理规范》（GMP）", "GMP", "4.2"), is_="abbreviation@4.2|4.1|4.3"),
    case("other words: an inherited limit", CENTRE, long_to("5.2.2", 501), is_="limit@5.2.2"),
    case("other words: a coming year's sum", CENTRE, says("3.results.2026", "5"), is_="total@3.results.2026|3.city_results.2026"),
    case("other words: a secret order", CENTRE, with_line("4.3", "承担军工单位秘密级技术服务项目2项，合同密级为“秘密”。"), is_="secret@4.3"),
    case("other words: trainees do not add up", COMMUNITY, instead("2024年合计3100人", "2024年合计3300人", "5"), is_="total|same_figure@5", firm=False),
    case("other words: money told otherwise", COMMUNITY, instead("2024年投入480万元，2025年560万元", "2024年投入480万元，2025年590万元", "5"), is_="same_figure|total@5|2.centre_funds.2025", miss="投入480万元 behind a centre's name is not known to be the row 共建技术创新中心投入经费"),
    case("other words: from Ningbo", COMMUNITY, says("cover.lead_company", OF_NINGBO), says("1.company", OF_NINGBO), says("1.company_address", "宁波市海曙区某街8号"), is_="eligibility@cover.lead_company|1.company"),
    case("other words: over five hundred", COMMUNITY, with_line("6", "各单位按年度落实投入。" * 35), is_="limit@6"),
    case("other words: no tasks", COMMUNITY, without_section("五、重点建设任务", "六、保障支持"), is_="form@5|五、重点建设任务", also="empty@5"),
    case("other words: done before its time", COMMUNITY, instead("2025年抓攻坚，课程、装备、项目全面铺开", "2025年已完成课程、装备、项目建设并通过验收", "3"), is_="year@3"),
    case("other words: after the form's years", COMMUNITY, instead("到2026年，要基本形成", "到2029年，要基本形成", "3"), is_="year@3", firm=False),
    case("other words: an address to come", COMMUNITY, says("1.school_address", "（待补）"), is_="placeholder@1.school_address"),
    case("other words: a row is gone", COMMUNITY, without_row("2.ordered.2024"), is_="form@2.ordered|订单培养学生数", also="empty@2.ordered"),
    case("other words: sources do not make the sum", COLLEGE, instead("预算1800万元", "预算1900万元", "support.funds"), is_="total@support.funds", firm=False),
    case("other words: nobody specialised", COLLEGE, instead("☑省级“专精特新”企业", "□省级“专精特新”企业", "joint.units.1.type"), instead("□其他", "☑其他", "joint.units.1.type"), instead("是省级“专精特新”企业，", "", "joint.units.1.profile"), is_="eligibility@joint.units|*", firm=False),
    case("other words: a school of pupils leads", COLLEGE, says("lead.name", "某省理工大学附属中学"), is_="eligibility@lead"),
    case("other words: thirty-first of November", COLLEGE, says("pledge.date", "2022年11月31日"), is_="year|deadline@pledge.date"),
    case("other words: no telephone", COLLEGE, emptied("lead.contact_phone"), is_="empty@lead.contact_phone"),
    case("other words: to be settled", COLLEGE, emptied("support.premises"), says("support.premises", "待补充"), is_="placeholder|empty@support.premises", also="element@support.premises"),
    case("other words: nearly all and more", COLLEGE, instead("毕业生一次就业率稳定在96%以上", "毕业生一次就业率稳定在196%以上", "work.results"), is_="share@work.results"),
)  # fmt: skip
SECONDS = tuple(replace(one, folder="second") for one in _SECONDS)
