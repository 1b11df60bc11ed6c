"""What is asked of the paper itself: who signed it, what is due when the term is over, by what measure a word counts,
the years that are columns of its form, which of two fields may be longer, what it says nowhere; a rate on what is left."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def earned() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、经费管理",
        "培训取得的收入，在扣除项目成本后，剩余部分按不超过20%的比例用于奖励教师。",
        "二、成果管理",
        "成果转让收入的40%用于奖励发明人。",
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("灯塔实践基地培训收入100万元，项目成本30万元，最多能拿多少奖励教师？", "14万元（(100万元−30万元)×20%）："),
        ("灯塔实践基地培训进账100万，花掉30万，最多能拿多少奖励教师？", "14万元（(100万元−30万元)×20%）："),
        ("灯塔实践基地成本30万元，培训收入100万元，最多拿多少奖励教师？", "14万元（(100万元−30万元)×20%）："),
        ("灯塔实践基地培训收入扣除成本后还剩50万元，最多能拿多少奖励教师？", "10万元（50万元×20%）："),
        ("灯塔实践基地成果转让收入50万元，成本10万元，多少用于奖励发明人？", "20万元（50万元×40%）："),
    ],
)
def test_a_rate_on_what_is_left_is_laid_on_it(earned: Built, text: str, start: str) -> None:
    assert earned.ask(text).answer.startswith(start)


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地培训收入100万元，最多能拿多少奖励教师？",
        "灯塔实践基地培训收入100万元，去年收入90万元，最多能拿多少奖励教师？",
        "灯塔实践基地培训收入100万元，项目成本130万元，最多能拿多少奖励教师？",
    ],
)
def test_where_what_is_left_is_not_told_the_rate_itself_is(earned: Built, text: str) -> None:
    answer = earned.ask(text).answer
    assert "×" not in answer
    assert "剩余部分按不超过20%" in answer


OFFICES = "河东市教育局、河东市财政局、河东市商务局"


@pytest.fixture(scope="module")
def signed() -> Built:
    return over(
        "关于申报灯塔实践基地的通知",
        "灯塔实践基地由高校申报，推荐书由教育、财政部门联合审核。",
        "河东市教育局",
        "河东市财政局",
        "河东市商务局",
        "2026年3月1日",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("灯塔实践基地的通知是“三部门”联合发的，是哪三家？", OFFICES),
        ("灯塔实践基地三部门的通知，都有谁？", OFFICES),
        ("灯塔实践基地的通知是几个部门联合印发的？", f"共3个：{OFFICES}"),
        ("Which three departments jointly issued the notice of 灯塔实践基地?", OFFICES),
    ],
)
def test_who_signed_is_told(signed: Built, text: str, said: str) -> None:
    assert signed.ask(text).answer == said


def test_who_does_something_by_the_notice_did_not_sign_it(signed: Built) -> None:
    assert "商务局" not in signed.ask("灯塔实践基地的推荐书由哪些部门审核？").answer


@pytest.fixture(scope="module")
def ended() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、材料",
        "申报单位须报送申请书和佐证材料。",
        "二、考核",
        "每个建设周期为三年。建设期满须报送工作总结。公示期满后报送名单。",
    )


@pytest.mark.parametrize("text", ["三年到了以后要报什么？", "建设期满要交什么材料？", "那到期以后我们交啥？"])
def test_what_is_due_at_the_end_is_told(ended: Built, text: str) -> None:
    assert ended.ask(f"灯塔实践基地{text}").answer == "建设期满须报送工作总结"
    assert ended.ask(text, "灯塔实践基地一个周期几年？").answer == "建设期满须报送工作总结"


def test_the_papers_of_the_application_are_not_due_at_the_end(ended: Built) -> None:
    assert ended.ask("灯塔实践基地申报要交什么材料？").answer == "申报单位须报送申请书和佐证材料"
    assert ended.ask("灯塔实践基地的证书有效期几年？").answer == "每个建设周期为三年"


@pytest.fixture(scope="module")
def silent() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、材料",
        "申报单位须报送申请书电子版，按此格式填写。",
        "连续两年未提交总结的，撤销称号，有效降低风险。",
    )


@pytest.mark.parametrize(
    "text",
    [
        "到期以后要交什么？",
        "的称号有效期几年？",
        "的牌子能挂几年？",
        "申请书电子版要pdf还是word？",
        "申请书发到哪个邮箱？",
        "哪个月开始报名？",
    ],
)
def test_what_no_clause_speaks_of_is_not_told_by_another(silent: Built, text: str) -> None:
    assert silent.ask(f"灯塔实践基地{text}").verdict == "not_specified"


def test_the_format_that_a_clause_names_is_told() -> None:
    built = over("灯塔实践基地申报指南", "一、材料", "申请书电子版以word格式发送至dt@example.org。")
    assert "word格式" in built.ask("灯塔实践基地申请书电子版要pdf还是word？").answer
    assert "dt@example.org" in built.ask("灯塔实践基地申请书发到哪个邮箱？").answer


@pytest.mark.parametrize(
    "text",
    ["规上工业企业是按什么口径认的？", "规模以上工业按哪个标准算？", "规上工业啥标准？", "规模以上工业怎么定义？"],
)
def test_by_what_measure_a_word_counts_is_told_by_its_note(text: str) -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、条件",
        "（一）申报单位为企业，按评分标准认定。",
        "（二）规模以上工业：指年营业收入在3000万元以上的工业企业。",
    )
    assert "指年营业收入在3000万元以上" in built.ask(f"灯塔实践基地{text}").answer


@pytest.fixture(scope="module")
def form() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "由高校申报，2031年启动，2033年验收。",
        "附件1",
        "灯塔实践基地推荐书",
        "一、建设计划",
        "项目指标\t2031年\t2032年\t2033年",
        "培训人数（人）\t\t\t",
        "编写教材（本）\t\t\t",
        "二、已有基础",
        "项目\t2029年\t2030年",
        "来访人数（人）\t\t",
        "三、总体思路",
        "（不超过400字）",
        "四、特色做法",
        "（不超过900字）",
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("推荐书的建设计划要填哪几个年度的指标？", "2031年、2032年、2033年："),
        ("推荐书里编写教材要填哪几年？", "2031年、2032年、2033年："),
        ("推荐书的已有基础填哪些年的数据？", "2029年、2030年："),
    ],
)
def test_the_years_of_the_columns_are_told(form: Built, text: str, start: str) -> None:
    assert form.ask(f"灯塔实践基地{text}").answer.startswith(start)


def test_the_years_of_every_table_are_told_where_none_is_named(form: Built) -> None:
    answer = form.ask("灯塔实践基地推荐书要填哪几年的数据？").answer
    assert "2033年" in answer
    assert "2029年" in answer


def test_what_is_done_in_years_is_not_read_from_a_form(form: Built) -> None:
    assert "2032年" not in form.ask("灯塔实践基地要在哪几年启动？").answer


@pytest.mark.parametrize("text", ["“总体思路”和“特色做法”哪个能写更多字？", "总体思路跟特色做法，哪一栏篇幅限得更少？"])
def test_of_two_fields_the_greater_limit_is_told_first(form: Built, text: str) -> None:
    assert form.ask(f"灯塔实践基地推荐书的{text}").answer.startswith("特色做法900字＞总体思路400字：")


def test_how_long_a_section_may_be_is_a_number_of_characters(form: Built) -> None:
    assert "不超过900字" in form.ask("How long may the section “特色做法” of the 灯塔实践基地 form be?").answer


@pytest.fixture(scope="module")
def years() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、条件",
        "（一）灯塔实践基地由高校牵头申报。联合申报的企业须成立4年以上。",
        "（二）每个建设周期为6年。",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("里的“4年”是指什么？", "联合申报的企业须成立4年以上"),
        ("说的6年，指的是啥？", "（二）每个建设周期为6年"),
    ],
)
def test_what_a_figure_is_of_is_told(years: Built, text: str, said: str) -> None:
    assert years.ask(f"灯塔实践基地{text}").answer == said


def test_what_a_figure_that_nobody_gives_is_of_is_not_told(years: Built) -> None:
    assert "年以上" not in years.ask("灯塔实践基地里的“9年”是指什么？").answer


@pytest.mark.parametrize("text", ["能不能跟两所高校分别申报", "可以和三所高校各报一个"])
def test_whether_one_may_apply_with_each_of_several_only_a_clause_on_that_decides(years: Built, text: str) -> None:
    assert years.ask(f"一家企业{text}灯塔实践基地吗？").verdict == "not_specified"
    ruled = over("灯塔实践基地申报指南", "（一）灯塔实践基地由高校联合企业申报。同一企业不得重复申报。")
    assert ruled.ask(f"一家企业{text}灯塔实践基地吗？").verdict == "no"
