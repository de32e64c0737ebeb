"""A page becomes what a person sees of it, one block a line, with tables and furniture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.documents.document import Document
from duixian.documents.limits import Limits
from duixian.documents.options import SourceOptions
from duixian.documents.sources import load_bytes
from duixian.errors import DamagedSourceError, EmptySourceError, SourceError, SourceTooLargeError


def read(body: str, *, limits: Limits | None = None) -> Document:
    page = f"<!DOCTYPE html><html><head><title>t</title></head><body>{body}</body></html>"
    return load_bytes(
        page.encode(), name="a.html", options=SourceOptions(limits=limits or Limits())
    )


def furniture(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.furniture]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>一<p>二</p>三", "一\n二\n三"),
        ("<div>一<div>二</div>三</div>", "一\n二\n三"),
        ("一<br>二<br/><br>三", "一\n二\n三"),
        ("<ul><li>一<li>二</ul>", "一\n二"),
        ("<h1>标题</h1>正文", "标题\n正文"),
        ("a <b>b</b><i>c</i>\n d", "a bc d"),
        ("PM<sub>2.5</sub>浓度", "PM2.5浓度"),
        ("增长\n   百分之五", "增长百分之五"),
        ("grew\n   by 5%", "grew by 5%"),
        ("<p>\u3000\u3000缩进</p>", "缩进"),
        ("一、\u3000总体", "一、\u3000总体"),
        ("1&nbsp;200&#160;km", "1 200 km"),
        ("超\u200b过\ufeff三&shy;成", "超过三成"),
        ("5&lt;6 &amp; 7&#x4e07;&hellip;", "5<6 & 7万…"),
        ("<pre>a\nb</pre>", "a\nb"),
        ("<ruby>兑<rp>(</rp><rt>duì</rt><rp>)</rp></ruby>现", "兑现"),
        ("<p>一<div>二</div>三</p>四</br>五", "一\n二\n三\n四\n五"),
        ("<h2><p>一</h2>二", "一\n二"),
        ("<b>a</b> <i>b</i>", "a b"),
        ("<p title='a>b' data-x=\"<p>\">x</p>", "x"),
        ("2 < 3 <3", "2 < 3 <3"),
        ("看<!-- 不见 <p> -->见<![CDATA[不见]]>", "看见"),
        ("&#" + "9" * 5000 + ";x&#xd800;&#0;&#x110000;", "\ufffdx\ufffd\ufffd\ufffd"),
    ],
)
def test_blocks_are_lines_and_white_space_is_as_seen(body: str, text: str) -> None:
    assert read(body).text == text


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>if (a<b) document.write('<p>x</p>')</script>",
        "<style>p { color: red }</style>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<p hidden>x</p>",
        "<div style='DISPLAY : none'><p>x</p><div>y</div></div>",
        "<span style='visibility:hidden'>x</span>",
        "<select><option>x<option>y</select>",
        "<svg><title>x</title><text>y</text></svg>",
        "<textarea><p>x</textarea>",
    ],
)
def test_what_is_not_seen_is_not_read(unseen: str) -> None:
    assert read(f"<p>前</p>{unseen}<p>后</p>").text == "前\n后"


@pytest.mark.parametrize(
    "struck",
    [
        "<del>9</del>",
        "<s>9</s>",
        "<strike>9</strike>",
        '<span style="text-decoration: line-through">9</span>',
    ],
)
def test_what_is_struck_through_is_left_out_and_said(struck: str) -> None:
    document = read(f"<p>新建学校{struck}<ins>3</ins>所。</p>")
    assert document.text == "新建学校3所。"
    assert document.notes == ("left out what is struck through",)
    assert read("<p>新建学校<s> </s>3所。</p>").notes == ()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("新增企业1200<sup>1</sup>家。", "新增企业1200家。"),
        ("增长5%<sup><a href='#n2'>[2]</a></sup>。", "增长5%。"),
        ("建成绿地3000m<sup>2</sup>。", "建成绿地3000m²。"),
        ("供水30万立方米<sup>3</sup>。", "供水30万立方米。"),
        ("达到10<sup>8</sup>次。", "达到10⁸次。"),
        ("达到3×10<sup>5</sup>次。", "达到3×10⁵次。"),
        ("the 15<sup>th</sup> plan", "the 15th plan"),
        ("GDP<sup>1</sup> grew", "GDP grew"),
        ("惠及30<sup>注1</sup>万人<sup>2-3</sup>。", "惠及30万人。"),
    ],
)
def test_a_raised_figure_joins_no_number(body: str, text: str) -> None:
    assert read(f"<p>{body}</p>").text == text


def test_the_title_is_kept_apart_from_the_text() -> None:
    page = (
        "<title>政府 工作\n报告 &ndash; 2024</title><svg><title>no</title></svg><p>正文<p>二<p>三"
    )
    document = load_bytes(page.encode(), name="a.html")
    assert document.title == "政府 工作报告 – 2024"
    assert document.text == "正文\n二\n三"


def test_a_title_never_closed_hides_the_page_as_in_a_browser() -> None:
    with pytest.raises(EmptySourceError, match="shows no text of its own"):
        load_bytes("<html><title>报告<p>正文".encode(), name="a.html")


def test_of_two_titles_the_first_counts() -> None:
    page = "<svg><title>图</title></svg><title>报告</title><title>二</title><p>正文"
    assert load_bytes(page.encode(), name="a.html").title == "报告"


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_the_declared_charset_counts(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><p>朱</p>'
    document = load_bytes(page.encode("gb18030"), name="a.html")
    assert (document.text, document.encoding) == ("朱", "gb18030")


@pytest.mark.parametrize(
    "part",
    [
        "<nav><a href=/>首页</a><p>公开</p></nav>",
        "<footer><p>首页<p>公开</footer>",
        "<aside>首页<br>公开</aside>",
        "<div role=navigation>首页<p>公开</div>",
        "<div role='contentinfo'>首页<p>公开</div>",
        "<form><label>首页</label><p>公开</form>",
        "<div class='clear breadcrumb'><p>首页<p>公开</div>",
        "<div id=footer><p>首页<p>公开</div>",
        "<header><p>首页<p>公开</header>",
    ],
)
def test_furniture_stays_in_the_text_and_is_marked(part: str) -> None:
    document = read(f"<p>过去一年，工作取得成效。</p>{part}<p>新的一年，任务更重。</p>")
    assert document.text == "过去一年，工作取得成效。\n首页\n公开\n新的一年，任务更重。"
    assert furniture(document) == ["首页\n公开"]


def test_a_button_inside_a_line_is_cut_out_of_it() -> None:
    document = read("<p>过去一年<button>打印</button>取得成效</p>")
    assert (document.text, furniture(document)) == ("过去一年\n打印\n取得成效", ["打印"])


def test_lists_of_links_are_furniture_and_linked_sentences_are_not() -> None:
    links = "".join(f"<li><a href=/{n}>相关文章{n}</a></li>" for n in range(4))
    sentence = "<p><a href=/a>全年新增城镇就业十万人，比上年多一万人，完成年度计划的百分之一百零三，居民收入与经济增长同步。</a></p>"
    document = read(f"<p>正文</p><ul>{links}</ul>{sentence * 3}")
    assert furniture(document) == ["相关文章0\n相关文章1\n相关文章2\n相关文章3"]


@pytest.mark.parametrize(
    ("lead", "furnishings"), [("今年重点办好以下五件实事：", 0), ("相关链接：", 1)]
)
def test_a_linked_list_that_the_text_leads_to_belongs_to_it(lead: str, furnishings: int) -> None:
    links = "".join(f"<li><a href=/{n}>新建公园{n}处</a></li>" for n in range(4))
    document = read(f"<p>正文到此。</p><p>{lead}</p><ul>{links}</ul>{'<p>又一段。</p>' * 9}")
    assert len(document.furniture) == furnishings


def test_a_line_of_links_parted_by_bars_is_furniture() -> None:
    bar = "<a href=a>首页</a> | <a href=b>概况</a> &gt; <a href=c>公开</a>"
    assert furniture(read(f"<p>{bar}</p><p>正文</p>")) == ["首页 | 概况 > 公开"]


def test_one_or_two_links_on_a_line_are_no_list() -> None:
    assert furniture(read("<p>正文</p><p><a href=a>附件</a></p>")) == []


def test_a_form_round_the_whole_page_is_no_furniture() -> None:
    document = read("<form><p>过去一年，工作取得成效。</p><nav>首页</nav></form>")
    assert furniture(document) == ["首页"]


def test_the_headline_in_a_page_header_is_part_of_the_report() -> None:
    header = "<header><h1>政府工作报告</h1><p>打印</p></header>"
    document = read(f"{header}<p>过去一年，工作取得成效，居民收入增长。</p>")
    assert furniture(document) == ["打印"]
    assert furniture(read(f"<article>{header}<p>正文</p></article>")) == []


# Tables


def rows(document: Document, table: int = 0) -> list[tuple[int, int, str, bool]]:
    return [
        (cell.row, cell.column, document.text[cell.start : cell.end], cell.is_header)
        for cell in document.tables[table].cells
    ]


def test_a_table_is_lines_of_cells_parted_by_tabs() -> None:
    document = read(
        "<p>前</p><table><tr><th>指标<th>数值（亿元）</tr>"
        "<tr><td>地区<br>生产总值</td><td><p>1,000</p></td></tr></table><p>后</p>"
    )
    assert document.text == "前\n指标\t数值（亿元）\n地区生产总值\t1,000\n后"
    (table,) = document.tables
    assert document.text[table.start : table.end] == "指标\t数值（亿元）\n地区生产总值\t1,000"
    assert rows(document) == [
        (0, 0, "指标", True),
        (0, 1, "数值（亿元）", True),
        (1, 0, "地区生产总值", False),
        (1, 1, "1,000", False),
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("新建食堂3家<br>新增托位20个", "新建食堂3家\u3000新增托位20个"),
        ("城镇居民<br>人均收入", "城镇居民人均收入"),
        ("城镇新增<br>就业20人", "城镇新增就业20人"),
        ("新建食堂3家，<br>新增托位20个", "新建食堂3家，新增托位20个"),
        ("新增托位2<br>0个", "新增托位2 0个"),
        ("2024年<br>1月完成", "2024年 1月完成"),
    ],
)
def test_lines_of_a_cell_are_one_but_where_each_tells_a_figure(cell: str, text: str) -> None:
    document = read(f"<table><tr><td>甲<td>乙</tr><tr><td>丙<td>{cell}</tr></table>")

    assert document.text == f"甲\t乙\n丙\t{text}"


def test_merged_cells_keep_the_columns_of_the_others() -> None:
    document = read(
        "<table><tr><th rowspan=2>指标<th colspan=2>增长</tr><tr><th>市<th>区</tr>"
        "<tr><td>就业<td>1<td>2</tr></table>"
    )
    found = {(row, column): text for row, column, text, _ in rows(document)}
    assert found[1, 1] == "市"
    assert (found[2, 0], found[2, 1], found[2, 2]) == ("就业", "1", "2")


def test_the_first_row_is_the_header_where_none_is_marked() -> None:
    document = read("<table><tr><td>指标<td>数值<tr><td>就业<td>12</table>")
    assert [header for *_, header in rows(document)] == [True, True, False, False]


def test_tables_that_only_arrange_the_page_are_plain_lines() -> None:
    inner = "<table><tr><td>指标<td>数值<tr><td>就业<td>12</table>"
    document = read(f"<table><tr><td>栏目</td><td><p>第一段</p><p>第二段</p>{inner}</table>")
    assert document.text == "栏目\n第一段\n第二段\n指标\t数值\n就业\t12"
    assert len(document.tables) == 1


def test_a_table_over_the_limit_of_cells_is_plain_lines() -> None:
    body = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    document = read(body, limits=Limits(max_table_cells=3))
    assert (document.text, document.tables) == ("a\nb\nc\nd", ())


def test_end_tags_do_not_reach_out_of_a_cell() -> None:
    document = read(
        "<div hidden>x</div><div class=nav>a<table><tr><td>b</div></div>c</table></div>正文正文正文正文"
    )
    assert furniture(document) == ["a\nbc"]


@pytest.mark.parametrize("cell", ["<td><b>{}", "<td><font>{}", "<td><span>{}", "<td><p><i>{}</p>"])
def test_cells_never_closed_end_where_the_next_begins(cell: str) -> None:
    row = "<tr>" + cell.format("指标") + cell.format("数值")
    document = read(f"<table>{row}<tr>{cell.format('就业')}{cell.format('12')}</table>后")
    assert document.text == "指标\t数值\n就业\t12\n后"


# Bad pages


@pytest.mark.parametrize(
    "body", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<nav>", "<x-y t='</x-y>'>"]
)
def test_a_hundred_thousand_nested_tags_are_refused(body: str) -> None:
    with pytest.raises(DamagedSourceError, match="tags nested over 2,000 deep, more than a page"):
        read(body * (100_000 // body.count("<")) + "正文")


@pytest.mark.parametrize(
    "body", ["<a href=x>", "<p>", "<li>", "<td>", "<p><b><i>", "<div><object></div>"]
)
def test_tags_that_close_each_other_do_not_count_as_nested(body: str) -> None:
    assert read(body * (100_000 // body.count("<")) + "正文").text == "正文"


def test_a_page_is_read_down_to_the_limit_of_depth() -> None:
    limits = Limits(max_depth=10)  # html and body are two of them
    assert read("<div>" * 8 + "正文", limits=limits).text == "正文"
    with pytest.raises(DamagedSourceError):
        read("<div>" * 9 + "正文", limits=limits)


@pytest.mark.parametrize(
    "body", ["<p " + "".join(f"a{n}=1 " for n in range(100_000)) + ">", "<html a=1>" * 50_000]
)
def test_a_hundred_thousand_attributes_are_read(body: str) -> None:
    assert read(body + "正文").text == "正文"


@pytest.mark.parametrize(
    "body", ['<a x="', "<a ", "<!--", "</", "<a b='\"", "<title>", "<![CDATA["]
)
def test_tags_never_closed_hide_nothing_before_them(body: str) -> None:
    assert read("正文" + body * 50_000).text.startswith("正文")


def test_spans_of_absurd_cells_stay_within_bounds() -> None:
    row = "<tr>" + "<td colspan=1000 rowspan=65000>x" * 50
    document = read(f"<table>{row * 50}</table>")
    assert document.tables == ()
    assert document.text.count("x") == 2500


def test_a_page_with_too_many_tags_is_refused() -> None:
    with pytest.raises(SourceTooLargeError, match="over the limit of 10 tags"):
        read("<p>x" * 20, limits=Limits(max_tags=10))


def test_a_page_with_too_much_text_is_refused() -> None:
    with pytest.raises(SourceTooLargeError, match="over the limit of 10 characters"):
        read("<p>four</p>" * 3, limits=Limits(max_characters=10))


def test_a_page_drawn_by_scripts_says_how_to_read_it() -> None:
    with pytest.raises(EmptySourceError, match="save the complete page"):
        read("<div id=app></div><script>draw()</script>")


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class=nav>",
        "</div>",
        "<table>",
        "<tr>",
        "<td rowspan=2>",
        "</table>",
        "<th colspan=3>",
        "<nav>",
        "</nav>",
        "<li>",
        "<a href=x>",
        "</a>",
        "<h1>",
        "</h2>",
        "<br>",
        "<form>",
        "</form>",
        "<script>",
        "</script>",
        "<pre>",
        "<svg>",
        "<thead>",
        "</td>",
        "文",
        "a ",
        "&nbsp;",
        "\u200b",
        "\n",
        "<!--",
        "-->",
        "<",
        "<header>",
        "<button>",
        "\t",
        "\u3000",
    ]
)


@given(pieces=st.lists(PIECES, max_size=60))
def test_spans_lie_in_the_text_whatever_the_tags(pieces: list[str]) -> None:
    try:
        document = read("".join(pieces))
    except SourceError:
        return
    text = document.text
    text.encode("utf-8")
    assert all(line == line.strip(" ") or "\t" in line for line in text.split("\n"))
    spans = list(document.furniture)
    assert spans == sorted(spans)
    for table in document.tables:
        spans.append((table.start, table.end))
        for cell in table.cells:
            assert "\t" not in text[cell.start : cell.end]
            assert table.start <= cell.start <= cell.end <= table.end
    assert all(0 <= start <= end <= len(text) for start, end in spans)
