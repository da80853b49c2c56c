"""Every chart of every dashboard is drawn, without an error, and shows the numbers that SQL gives."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Response

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from dashboards import DASHBOARDS, PILOTS, QUALITY, STORY, Dashboard  # noqa: E402
from sites import Site, wait_until  # noqa: E402

SCREENSHOTS = HERE.parents[2] / "bi" / "screenshots"


class Opened:
    """A dashboard in the browser, and the data that its charts got, by title."""

    def __init__(self, page: Page, site: Site, dashboard: Dashboard) -> None:
        self.page = page
        self.titles = [chart.title for _, cells in dashboard.rows for chart, _ in cells]
        self._names: dict[int, str] = {}
        self.data: dict[str, list[dict[str, Any]]] = {}
        self.errors: list[str] = []
        page.goto("about:blank")  # what the page before still waits for is not ours
        with self.listening():
            self._open(site, dashboard)

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Take down the data that charts get inside the block."""
        self.page.on("response", self._take)
        try:
            yield
        finally:
            self.page.remove_listener("response", self._take)

    def _open(self, site: Site, dashboard: Dashboard) -> None:
        page = self.page
        page.goto(f"{site.address}/superset/dashboard/{dashboard.slug}/")
        page.locator("[data-test='grid-container'], .grid-container").first.wait_for(timeout=60_000)
        # all charts into view: those below the fold are drawn only then
        page.set_viewport_size({"width": 1500, "height": 2600})
        wait_until(lambda: (self._rendered() and set(self.titles) <= set(self.data)) or self.errors)
        page.wait_for_timeout(2500)  # the drawing is animated

    def _rendered(self) -> bool:
        self.page.wait_for_timeout(100)
        return self.page.locator(".chart-container .loading, [data-test='loading-indicator']").count() == 0

    def _take(self, response: Response) -> None:
        if "/api/v1/dashboard/" in response.url and response.url.endswith("/charts"):
            self._names |= {chart["id"]: chart["slice_name"] for chart in response.json()["result"]}
        if "/api/v1/chart/data" not in response.url:
            return
        if response.status != 200:
            self.errors.append(f"{response.status} {response.text()[:300]}")
            return
        request = json.loads(response.request.post_data or "{}")
        identity = request.get("form_data", {}).get("slice_id")
        if identity in self._names:
            self.data[self._names[identity]] = response.json()["result"][0]["data"]

    def click(self, canvas: Locator, point: tuple[float, float], title: str) -> int:
        """Click at a point of a chart, and count the rows that the chart `title` has then."""
        box = canvas.bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + box["width"] * point[0], box["y"] + box["height"] * point[1])
        self.page.wait_for_timeout(2000)
        return len(self.data[title])

    def big_number(self, title: str) -> str:
        """The number that a tile shows."""
        tile = self.page.locator(".dashboard-component-chart-holder", has=self.page.get_by_text(title, exact=True))
        return tile.locator(".header-line").first.inner_text()


@pytest.fixture(scope="module", params=DASHBOARDS, ids=lambda dashboard: dashboard.slug)
def dashboard(request: pytest.FixtureRequest) -> Dashboard:
    """Each dashboard."""
    chosen: Dashboard = request.param
    return chosen


@pytest.fixture(scope="module")
def opened(page: Page, site: Site, dashboard: Dashboard) -> Opened:
    """It in the browser."""
    return Opened(page, site, dashboard)


def test_every_chart_is_drawn_without_an_error(opened: Opened, dashboard: Dashboard) -> None:
    assert opened.errors == []
    assert set(opened.data) == set(opened.titles)
    assert opened.page.locator("[role='alert'], .ant-alert-error, [data-test='error-alert']").count() == 0
    shown = opened.page.locator("[data-test='slice-header'], .header-title").all_inner_texts()
    assert set(opened.titles) <= {text.strip() for text in shown}
    drawn = opened.page.locator(".dashboard-component-chart-holder canvas, .dashboard-component-chart-holder table")
    assert drawn.count() >= len(opened.titles) // 2
    SCREENSHOTS.mkdir(exist_ok=True)
    height = opened.page.evaluate("document.querySelector('.grid-content').getBoundingClientRect().bottom")
    opened.page.set_viewport_size({"width": 1500, "height": int(height) + 24})
    opened.page.wait_for_timeout(1500)
    opened.page.screenshot(path=str(SCREENSHOTS / f"{dashboard.slug}.png"))


SERVICES = "FROM marts.indicator_series WHERE subject_name_zh = '青岛市' AND indicator_code = 'services_value_added'"


@pytest.mark.parametrize("dashboard", [STORY], indirect=True, ids=["services-story"])
def test_the_services_story_shows_what_sql_says(opened: Opened, site: Site) -> None:
    for title, measure in (
        ("服务业占比", "share"),
        ("服务业贡献率", "contribution_rate"),
        ("服务业增速", "growth_yoy"),
    ):
        newest = f"SELECT value {SERVICES} AND measure_code = '{measure}' ORDER BY period_end_date DESC LIMIT 1"
        assert Decimal(opened.big_number(title)) == site.query(newest)[0][0]
    bars = {
        (row["period_name_zh"], name.partition(", ")[0]): Decimal(str(value))
        for row in opened.data["服务业占比与贡献率（%）"]
        for name, value in row.items()
        if name != "period_name_zh" and value is not None
    }
    stated = site.query(
        f"SELECT period_name_zh, measure_name_zh, max(value) {SERVICES}"
        " AND measure_code IN ('share', 'contribution_rate') AND denominator_name_zh = '地区生产总值' GROUP BY 1, 2"
    )
    assert bars == {(period, measure): value for period, measure, value in stated}


@pytest.mark.parametrize("dashboard", [STORY], indirect=True, ids=["services-story"])
def test_a_number_leads_to_its_sentence(opened: Opened, site: Site) -> None:
    table = opened.page.locator(".dashboard-component-chart-holder", has_text="数字背后的句子").locator("table")
    link = table.get_by_role("link", name="看原文").first
    address = str(link.get_attribute("href"))
    identity = address.partition("#o-")[2]
    ((quote,),) = site.query(f"SELECT quote FROM marts.fct_observation WHERE observation_id = '{identity}'")
    evidence = opened.page.context.new_page()
    assert (evidence.goto(site.address + address) or pytest.fail("no page")).status == 200
    marked = evidence.locator(f"[id='o-{identity}']")
    assert str(quote) in "".join(marked.inner_text().split())
    evidence.close()


def test_a_bar_that_is_clicked_shows_its_claims_only(page: Page, site: Site) -> None:
    opened = Opened(page, site, STORY)
    title = next(title for title in opened.titles if title.startswith("数字背后的句子"))
    before = len(opened.data[title])
    standing, lying = (
        page.locator(".dashboard-component-chart-holder", has_text=chart).locator("canvas").first
        for chart in ("服务业占比与贡献率（%）", "增加值、营业收入与零售额（亿元）")
    )
    with opened.listening():
        assert all(opened.click(lying, (0.62, step / 10), title) == before for step in range(2, 8))
        # along the feet of the bars: some of these points are on one
        points = [(step / 40, 0.78) for step in range(8, 40)]
        assert any(opened.click(standing, point, title) != before for point in points), "no point is on a bar"
    claims = opened.data[title]
    assert 0 < len(claims) < before
    assert len({claim["measure_name_zh"] for claim in claims}) == 1


@pytest.mark.parametrize("dashboard", [PILOTS], indirect=True, ids=["pilots-and-policy"])
def test_pilots_show_what_sql_says(opened: Opened, site: Site) -> None:
    ((claimed, named, programmes),) = site.query(
        "SELECT sum(claimed_count), sum(named_count), count(DISTINCT programme_name_zh) FROM marts.pilot_summary"
    )
    shown = [opened.big_number(title).replace(",", "") for title in ("文中数量", "点名数量", "试点项目")]
    assert shown == [str(round(claimed)), str(round(named)), str(programmes)]
    rows = opened.data["核对：数量、名单与合计"]
    assert len(rows) == site.query("SELECT count(*) FROM marts.pilot_summary")[0][0]


@pytest.mark.parametrize("dashboard", [QUALITY], indirect=True, ids=["data-quality"])
def test_quality_shows_what_sql_says(opened: Opened, site: Site) -> None:
    ((documents, observations),) = site.query("SELECT document_count, observation_count FROM quality.latest_state")
    ((contradictions,),) = site.query(
        "SELECT count(*) FROM marts.fct_reconciliation WHERE verdict_code = 'contradictory'"
    )
    shown = [opened.big_number(title).replace(",", "") for title in ("文章", "数据", "互相矛盾的说法")]
    assert shown == [str(documents), str(observations), str(contradictions)]
    mentions = {row["disposition_zh"]: row["mentions"] for row in opened.data["文章里每个数字的去向"]}
    ((total,),) = site.query("SELECT sum(mention_count) FROM quality.mention_disposition")
    assert sum(mentions.values()) == total
