"""Spoiled 推荐书 of a centre, 申报书 of an industry college, reports and lists."""

from __future__ import annotations

from tests.precheck.cases import CENTRE, COLLEGE, DEMAND, LIST, PLAN, SUMMARY, case
from tests.precheck.spoiling import (
    emptied,
    instead,
    long_to,
    says,
    with_line,
    without_line,
    without_paragraph,
    without_row,
    without_section,
)

OF_A_SCHOOL = "杭州某江职业技术学院智能装备产教融合实践中心"
ANOTHER_SORT = "智能装备实训基地"

CENTRES = (
    case("a school's name in the centre's", CENTRE, says("cover.name", OF_A_SCHOOL), says("1.name", OF_A_SCHOOL), is_="naming@cover.name|1.name"),
    case("not named as a centre is", CENTRE, says("cover.name", ANOTHER_SORT), says("1.name", ANOTHER_SORT), is_="naming@cover.name|1.name", firm=False),
    case("short before long", CENTRE, instead("可编程逻辑控制器（PLC）", "PLC", "4.2"), is_="abbreviation@4.2"),
    case("short without long", CENTRE, instead("制造执行系统（MES）", "MES", "4.2"), is_="abbreviation@4.2"),
    case("a mark of secrecy", CENTRE, instead("部署制造执行系统", "（机密★5年）部署制造执行系统", "4.2"), is_="secret@4.2"),
    case("secret work", CENTRE, instead("搬运机器人末端执行器产品中试", "某型装备绝密级零件产品中试", "4.3"), is_="secret@4.3"),
    case("investments do not add up", CENTRE, says("1.investment", "3300"), is_="total@1.investment|1.equipment", also="same_figure@1.investment|4.1"),
    case("results do not add up", CENTRE, says("2.results", "11"), is_="total@2.results|2.city_results", also="same_figure@2.results|4.3"),
    case("a coming year's results do not add up", CENTRE, says("3.results.2025", "4"), is_="total@3.results.2025|3.city_results.2025"),
    case("one over an inherited limit", CENTRE, long_to("5.2.3", 501), is_="limit@5.2.3"),
    case("one over the limit that is inherited", CENTRE, long_to("5.2.1", 501), is_="limit@5.2.1"),
    case("the last one that inherits", CENTRE, long_to("5.2.4", 800), is_="limit@5.2.4"),
    case("three thousand of fifteen hundred", CENTRE, long_to("4.3", 3000), is_="limit@4.3"),
    case("a year is left out", CENTRE, without_paragraph("5.2.2", "2025年"), is_="element|year@5.2.2"),
    case("a plan's figure told twice differently", CENTRE, instead("培训2000人", "培训3000人", "5.2.2"), is_="same_figure@5.2.2|3.trained_public.2024", miss="培训2000人 below a year is not known to be the row 社会培训总人数"),
    case("floors told twice differently", CENTRE, instead("建筑面积9800平方米", "建筑面积8900平方米", "4.2"), is_="same_figure@4.2|2.floor|5.1"),
    case("years do not make the sum", CENTRE, instead("2022年1580人", "2022年1680人", "4.3"), is_="total|same_figure@4.3"),
    case("more seniors than staff", CENTRE, says("2.senior", "60"), is_="total|same_figure@2.senior|2.technicians", also="same_figure@2.senior|4.2"),
    case("another head on the cover", CENTRE, says("cover.head", "蒋某东"), is_="same_figure@cover.head|1.head"),
    case("another telephone on the cover", CENTRE, says("cover.phone", "0571-00004009"), is_="same_figure@cover.phone|1.head_phone"),
    case("another builder on the cover", CENTRE, says("cover.builder", "杭州某湾科技职业学院"), is_="same_figure@cover.builder|1.builder"),
    case("no kind ticked", CENTRE, instead("☑", "□", "cover.type"), is_="empty@cover.type"),
    case("two kinds ticked", CENTRE, instead("□企业", "☑企业", "cover.type"), is_="eligibility|form|same_figure|empty|total@cover.type", firm=False),
    case("a company builds a school's centre", CENTRE, says("cover.builder", "杭州某腾机器人有限公司"), says("1.builder", "杭州某腾机器人有限公司"), is_="eligibility@cover.builder|1.builder", also="total|same_figure@4.1", firm=False),
    case("a row of investments is gone", CENTRE, without_row("1.other_investment"), is_="form@1.other_investment|其他投资", also="empty@1.other_investment"),
    case("no support by the builder", CENTRE, without_paragraph("4.1", "学院把"), is_="element@4.1", firm=False),
    case("nothing on whether it can be done", CENTRE, without_paragraph("5.1", "可行性"), is_="element@5.1"),
    case("a section of a centre is gone", CENTRE, without_section("(一)建设开放运营论证", "(二)开放运营计划及目标"), is_="form@5.1|建设开放运营论证", also="empty@5.1"),
    case("a chapter is gone", CENTRE, without_section("六、声明", "七、审核意见"), is_="form@6|六、声明", also="empty@6 form@实践中心负责人签字|本实践中心负责人|法定代表人签字"),
    case("an address that is none", CENTRE, says("1.builder_email", "xxx@xxx.com"), is_="placeholder@1.builder_email"),
    case("money where works are counted", CENTRE, says("2.services", "42万元"), is_="unit@2.services"),
    case("square metres as mu", CENTRE, says("2.land", "8.4亩"), is_="unit@2.land", also="same_figure@2.land|4.2"),
    case("a centre filled in after the last day", CENTRE, says("cover.date", "2024年5月16日"), is_="deadline|year@cover.date"),
    case("three things at once", CENTRE, says("cover.name", OF_A_SCHOOL), says("1.name", OF_A_SCHOOL), says("1.investment", "3500"), long_to("5.1", 640),
         is_="naming@cover.name|1.name total@1.investment|1.equipment limit@5.1", also="same_figure@1.investment|4.1"),
)  # fmt: skip

COLLEGES = (
    case("a secondary school leads", COLLEGE, says("lead.name", "某江中等职业学校"), is_="eligibility@lead"),
    case("a company leads", COLLEGE, says("lead.name", "某川智能制造有限公司"), is_="eligibility@lead"),
    case("no specialised company", COLLEGE, instead("☑国家专精特新“小巨人”企业", "□国家专精特新“小巨人”企业", "joint.units.1.type"), instead("□其他", "☑其他", "joint.units.1.type"), instead("2021年入选国家专精特新“小巨人”企业，", "", "joint.units.1.profile"), is_="eligibility@joint.units|*", firm=False),
    case("nobody but an association and a park", COLLEGE, instead("☑国家专精特新“小巨人”企业", "□国家专精特新“小巨人”企业", "joint.units.1.type"), instead("□产业园区", "☑产业园区", "joint.units.1.type"), says("joint.units.1.name", "某川装备产业园"), instead("2021年入选国家专精特新“小巨人”企业，", "", "joint.units.1.profile"), is_="eligibility@joint.units|*"),
    case("nothing on what is new", COLLEGE, emptied("work.innovation"), is_="empty@work.innovation", also="element@work.innovation"),
    case("no platform in the cloud", COLLEGE, without_paragraph("plan.plan", "六、建设专精特新产教融合智慧云平台"), is_="element@plan.plan"),
    case("no source of the money", COLLEGE, instead("经费来源为：省级财政投入900万元，院校自筹经费1500万元，均", "资金", "support.funds"), is_="element@support.funds", firm=False),
    case("sources do not make the sum", COLLEGE, instead("三年计划投入2400万元", "三年计划投入2600万元", "support.funds"), is_="total@support.funds"),
    case("a row of support is gone", COLLEGE, without_row("support.other"), is_="form@support.other|其他保障", also="empty@support.other"),
    case("no source ticked", COLLEGE, instead("☑", "□", "lead.funding"), is_="empty@lead.funding"),
    case("crosses for a name", COLLEGE, says("joint.units.2.contact", "×××（秘书长）"), is_="placeholder@joint.units.2.contact"),
    case("thirtieth of February", COLLEGE, says("pledge.date", "2022年2月30日"), is_="year|deadline@pledge.date"),
    case("a unit without telephone", COLLEGE, emptied("joint.units.3.phone"), is_="empty@joint.units.3.phone"),
    case("what to write still stands there", COLLEGE, emptied("lead.direction"), says("lead.direction", "（需符合《优质中小企业梯度培育管理暂行办法》重点支持的细分领域）"), is_="placeholder|empty@lead.direction"),
)  # fmt: skip

REPORTS = (
    case("six thousand of five thousand", SUMMARY, long_to("4", 5100), is_="whole_limit@*"),
    case("a part of the summary is gone", SUMMARY, without_section("三、运行中遇到的困难和问题", "四、下一步工作思路和举措"), is_="form@3|运行中遇到的困难和问题", also="empty@3"),
    case("nothing on policies", SUMMARY, without_paragraph("2", "（五）政策支持保障情况"), without_paragraph("2", "牵头企业出台师傅津贴"), is_="element@2"),
    case("graduates do not add up", SUMMARY, instead("毕业生就业308人", "毕业生就业318人", "2"), is_="total@2", firm=False),
    case("a late summary", SUMMARY, says("sign.date", "2024年12月20日"), is_="deadline|year@sign.date"),
    case("no case told", SUMMARY, *(without_paragraph("5", begin) for begin in ("案例：", "背景：", "做法：", "成效：", "启示：")), is_="empty@5"),
    case("ends before it begins", PLAN, says("3.rows.2.to", "2024年5月1日"), is_="year@3.rows.2"),
    case("thirty-first of September", PLAN, says("3.rows.4.from", "2024年9月31日"), is_="year@3.rows.4.from"),
    case("nobody counted", PLAN, emptied("3.rows.1.people"), is_="empty@3.rows.1.people"),
    case("a head of the table is gone", PLAN, without_line("服务人数"), is_="form@3.rows|服务人数"),
    case("whom it serves is not settled", PLAN, says("3.rows.3.unit", "待定"), is_="placeholder@3.rows.3.unit"),
    case("no meeting told", PLAN, instead("2024年3月6日，理事会与用户委员会联合召开年度工作会议，审议通过2024年度开放运营计划、设备共享办法和服务收费标准。", "", "1"), is_="element@1", firm=False),
    case("one list is gone", PLAN, without_section("(二)企业培训及技术服务需求清单", "三、对外开放服务计划"), is_="form@2.2|企业培训及技术服务需求清单", also="empty@2.2 form@企业培训需求清单|企业技术服务需求清单|培训需求|技术服务需求|企业名称|序号|联系人|联系方式"),
    case("more than a hundred answers out of a hundred", DEMAND, instead("有效回收率91.6%", "有效回收率116%", "1"), is_="share@1"),
    case("staff of three kinds do not add up", DEMAND, instead("研发人员9650人", "研发人员9950人", "2"), is_="total@2"),
    case("majors do not add up", DEMAND, instead("软件技术1550人", "软件技术1650人", "2"), is_="total@2"),
    case("posts are over a hundred per cent", DEMAND, instead("生产岗占50.0%", "生产岗占55.0%", "2"), is_="total|share@2"),
    case("no company named", DEMAND, emptied("sign.lead_company"), is_="empty@sign.lead_company"),
    case("nothing listed", LIST, emptied("list.rows.1.name"), emptied("list.rows.2.name"), is_="empty@list.rows"),
    case("no office named", LIST, says("list.office", "______"), is_="empty|placeholder@list.office"),
    case("a conclusion to come", DEMAND, with_line("3", "（此处补充具体建议）"), is_="placeholder@3", firm=False),
)  # fmt: skip
