"""Indicators: the list, the chart with its links, governments compared."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from duixian.web.ledger.models import Government, Observation, Report
from duixian.web.site.indicators.scale import scale_for
from tests.web.reports import stored
from tests.web.site.two_years import TwoYears, two_years

pytestmark = pytest.mark.django_db
GDP = "/en/indicators/gdp/"


@pytest.fixture
def reports() -> TwoYears:
    return two_years()


def _svg(visitor: Client, address: str, panel: int = 0) -> ElementTree.Element:
    drawn = visitor.get(address).context["drawn"]
    return ElementTree.fromstring(str(drawn[panel].chart))  # noqa: S314  # our own


def _another(reports: TwoYears, **values: object) -> Observation:
    """Put a value into the ledger beside those that were read."""
    claim = reports.review.claims.exclude(indicator="").first()
    assert claim is not None
    base: dict[str, object] = {
        "indicator": "gdp", "government": reports.review.government, "report": reports.review,
        "claim": claim, "year": 2024, "sort": "actual", "value": Decimal("5.5"), "unit": "%",
        "relation": "=", "basis": "change",
    }  # fmt: skip
    return Observation.objects.create(**base | values)


def test_the_list_names_what_published_reports_state(visitor: Client, reports: TwoYears) -> None:
    page = visitor.get("/en/indicators/").content.decode()
    assert "/en/indicators/gdp/" in page
    Report.objects.update(is_published=False, revision=7)
    assert "/en/indicators/gdp/" not in visitor.get("/en/indicators/").content.decode()


@pytest.mark.parametrize("words", ["GDP", "gross domestic", "生产总值"])
def test_an_indicator_is_found_by_its_names_in_either_language(
    visitor: Client, reports: TwoYears, words: str
) -> None:
    assert "/en/indicators/gdp/" in visitor.get(f"/en/indicators/?q={words}").content.decode()
    assert "/gdp/" not in visitor.get("/en/indicators/?q=moonshot").content.decode()


def test_the_list_can_be_that_of_one_government(
    visitor: Client, reports: TwoYears, other_government: Government
) -> None:
    other = stored("朝阳区政府工作报告\n改造老旧小区12个。\n", name="other.txt", is_published=True)
    Report.objects.filter(pk=other.pk).update(government=other_government)
    of_ours = visitor.get("/en/indicators/?government=110107").content.decode()
    assert "/en/indicators/gdp/?governments=110107" in of_ours
    of_another = visitor.get("/en/indicators/?government=110105").content.decode()
    assert "/indicators/gdp/" not in of_another
    for nonsense in ("%00", "nobody", "'"):
        page = visitor.get(f"/en/indicators/?government={nonsense}").content.decode()
        assert "/en/indicators/gdp/" in page


def test_every_mark_of_the_chart_leads_to_its_sentence(visitor: Client, reports: TwoYears) -> None:
    links = [each for each in _svg(visitor, GDP).iter() if each.tag == "a"]
    assert links
    for link in links:
        assert visitor.get(link.attrib["href"], follow=True).status_code == 200
        assert link.attrib["aria-label"]


def test_the_table_holds_what_the_chart_shows(visitor: Client, reports: TwoYears) -> None:
    (drawn,) = visitor.get(GDP).context["drawn"]
    rows = {
        row.year: (row.target and row.target.said, row.actual and row.actual.said)
        for row in drawn.rows
    }
    assert rows[2024] == ("about 5%", "5.6%")
    assert rows[2025] == ("at least 5%", None)


def test_levels_and_changes_never_share_a_scale(visitor: Client, reports: TwoYears) -> None:
    _another(reports, value=Decimal(10**11), unit="CNY", basis="level")
    panels = [each.panel for each in visitor.get(GDP).context["drawn"]]
    assert [(each.basis, each.unit) for each in panels] == [("level", "CNY"), ("change", "%")]


def test_currencies_are_not_converted_into_each_other(visitor: Client, reports: TwoYears) -> None:
    _another(reports, value=Decimal(10**11), unit="CNY", basis="level")
    _another(reports, value=Decimal(10**10), unit="USD", basis="level", year=2023)
    panels = [each.panel for each in visitor.get(GDP).context["drawn"]]
    assert {each.unit for each in panels} == {"CNY", "USD", "%"}


def test_what_is_not_one_number_does_not_look_like_one(visitor: Client, reports: TwoYears) -> None:
    level = {"basis": "level", "unit": "CNY"}
    _another(reports, year=2025, sort="target", value=Decimal(5), high=Decimal(7), **level)
    _another(reports, relation="<=", **level)
    _another(reports, year=2023, **level)
    levels, changes = (
        [each.attrib for each in _svg(visitor, f"{GDP}?again={panel}", panel).iter()]
        for panel in (0, 1)
    )
    assert "target about" in [each.get("class") for each in changes]  # around 5 %
    assert "target arrow" in [each.get("class") for each in changes]  # at least 5 %
    assert "actual arrow" in [each.get("class") for each in levels]  # at most
    (height,) = {float(each["height"]) for each in levels if "height" in each}
    assert height > 20  # the range is as high as it reaches


def test_the_target_of_a_longer_plan_stands_in_the_table_only(
    visitor: Client, reports: TwoYears
) -> None:
    _another(reports, year=2030, sort="target", value=Decimal(500))
    (drawn,) = visitor.get(GDP).context["drawn"]
    assert 2030 in [row.year for row in drawn.rows]
    assert "2030" not in str(drawn.chart)


def test_governments_are_compared_in_the_order_asked(
    visitor: Client, reports: TwoYears, other_government: Government
) -> None:
    _another(reports, government=other_government)
    for query in ("governments=110105,110107", "governments=110105&governments=110107"):
        page = visitor.get(f"{GDP}?{query}")
        assert [each.key for each in page.context["chosen"]] == ["110105", "110107"]
    svg = _svg(visitor, f"{GDP}?governments=110105,110107&again=1")
    assert {"series series-1", "series series-2"} <= {each.get("class") for each in svg.iter()}


@pytest.mark.parametrize(
    "query", ["governments=zzz", "governments=%00", "governments=" + "a," * 999, "governments="]
)
def test_nonsense_governments_give_the_one_with_most(
    visitor: Client, reports: TwoYears, query: str
) -> None:
    page = visitor.get(f"{GDP}?{query}")
    assert [each.key for each in page.context["chosen"]] == ["110107"]


def test_an_indicator_nobody_states_says_so(visitor: Client, reports: TwoYears) -> None:
    page = visitor.get("/en/indicators/treasury-bonds/")
    assert page.status_code == 200
    assert "No published report states this indicator yet" in page.content.decode()
    assert visitor.get("/en/indicators/no-such-thing/").status_code == 404


def test_more_values_ask_no_more_questions(
    visitor: Client, reports: TwoYears, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for year in range(1990, 2020):
        _another(reports, year=year)
    with django_assert_max_num_queries(7):
        visitor.get(GDP)


@pytest.mark.parametrize(
    "values",
    [["5"], ["0"], ["-3", "2"], ["100", "101"], ["0.001", "0.004"], ["1e15", "3e15"], ["7", "7"]],
    ids=str,
)
def test_every_value_lies_inside_the_axis(values: list[str]) -> None:
    numbers = [Decimal(each) for each in values]
    scale = scale_for([2020, 2024], numbers)
    assert all(scale.low <= each <= scale.high for each in numbers)
    assert 2 <= len(scale.ticks()) <= 9
    assert scale.years == (2020, 2021, 2022, 2023, 2024)
