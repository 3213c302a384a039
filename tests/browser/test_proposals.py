"""A negotiation from the first offer to the file taken along, at a desk and on a phone, in Chinese and in English.

No step may put the monthly budget into the address, and no sum may change with the language.
"""

from __future__ import annotations

import csv
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import house

PROPOSALS = house.path_of("proposals", house.CASE)
SAID = {
    "zh": {
        "level": "方案B和方案A（2026年6月30日付 3,587.25 元）付的总数一样，要还到2027年6月，征信记录晚 12 个月消除",
        "offer": "方案B比方案A（2026年6月30日付 3,428.62 元）多付 158.63 元，要还到2027年12月，征信记录晚 18 个月消除",
        "pinned": "方案A比方案B（分 18 期共付 3,587.25 元）少付 158.63 元",
        "even": "正好一样贵：不需要减免",
        "short": "2026年6月起不够，差 2,428.62 元",
        "broken": "2026年8月30日的第 2 期没还，当天共欠 3,525.21 元",
        "written": "都要先有书面的再付钱",
    },
    "en": {
        "level": "Proposal B costs the same as Proposal A (3,587.25 yuan paid on 30 June 2026), lasts until June 2027, "
        "and your record is cleared 12 months later",
        "offer": "Proposal B costs 158.63 yuan more than Proposal A (3,428.62 yuan paid on 30 June 2026), "
        "lasts until December 2027, and your record is cleared 18 months later",
        "pinned": "Proposal A costs 158.63 yuan less than Proposal B (3,587.25 yuan paid in 18 instalments)",
        "even": "costs exactly as much as Proposal B (instalments): no waiver is needed",
        "short": "short from June 2026, by 2,428.62 yuan",
        "broken": "payment 2 on 30 August 2026 is missed; 3,525.21 yuan is owed that day",
        "written": "in writing before paying",
    },
}


def write(reader, key, text):
    """Type a figure and leave the field."""
    reader.field(key).fill(text)
    reader.field(key).press("Enter")


@pytest.mark.parametrize("lang", SAID)
def test_a_negotiation_from_the_first_offer_to_the_file(reader, lang):
    said = SAID[lang]
    page = reader.open(f"{PROPOSALS}&lang={lang}")
    reader.shows(said["level"])

    write(reader, "lump_waive", "50")
    reader.shows("158.63")
    write(reader, "plan_months", "18")
    reader.shows(said["offer"], said["even"], said["written"])
    reader.settle()

    write(reader, "income", "5000")
    expect(page).to_have_url(re.compile("lump_waive=50"))
    write(reader, "needs", "4000")
    reader.shows(said["short"])
    reader.settle()

    write(reader, "missed_number", "2")
    page.locator(".st-key-stress_missed label").first.click()
    reader.shows(said["broken"])
    page.locator(".st-key-pinned").get_by_role("radio", name="B", exact=True).click()
    reader.shows(said["pinned"])
    reader.settle()

    address = parse_qs(urlsplit(page.url).query)
    assert address["offers"] == ["x:pb:k2:tmissed"]
    assert not {"income", "needs"} & address.keys()
    with page.expect_download() as saved:
        page.locator(".st-key-proposals_csv button").first.click()
    with open(saved.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    plan = rows[1][2]  # the header names the proposals: item, A, B, waiting
    paid = [float(row[3]) for row in rows[rows.index([]) + 2 :] if row[0] == plan]
    assert len(paid) == 18 and round(sum(paid), 2) == 3587.25


def test_the_shared_comparison_opens_for_someone_else_without_the_budget(reader, visitor, server):
    page = reader.open(
        f"{PROPOSALS}&lump_waive=50&plan_months=18&offers=c:L:o20260901:p100~x:pb&income=5000&needs=4000"
    )
    reader.shows("1,000.00 元", "方案C比方案B")
    assert "income=5000" in page.url  # it came in with the link and stays until it is taken out
    link = page.url.removeprefix(server).replace("&income=5000&needs=4000", "")
    other = visitor(server, locale="en-GB")
    other.open(link + "&lang=en")
    other.shows("Proposal C costs 317.25 yuan less than Proposal B")
    assert "1,000.00" not in other.page.get_by_test_id("stMain").inner_text()


def test_a_figure_that_cannot_be_stays_beside_its_sentence(reader):
    page = reader.open(PROPOSALS)
    write(reader, "plan_months", "61")
    expect(page.locator(".st-key-problem_plan_months")).to_contain_text("61")
    reader.settle()
    expect(reader.field("plan_months")).to_have_value("61")
    assert "plan_months=61" not in page.url
    write(reader, "plan_months", "24")
    expect(page.locator(".st-key-problem_plan_months")).to_have_count(0)
    expect(page).to_have_url(re.compile("plan_months=24"))


def test_every_chart_draws_each_proposal_in_its_own_line(reader):
    page = reader.open(f"{PROPOSALS}&lump_waive=50&offers=c:L:o20260901:p100~d:P:m24")
    for key in ("chart_owed", "chart_paid"):
        lines = page.locator(f".st-key-{key} .scatterlayer .js-line")
        expect(lines).to_have_count(5)
        looks = lines.evaluate_all("all => all.map(one => one.style.stroke + one.style.strokeDasharray)")
        assert len(set(looks)) == 5
    wide, seen = page.evaluate(
        "() => [document.querySelector('[data-testid=\"stMain\"]')].map(e => [e.scrollWidth, e.clientWidth])[0]"
    )
    assert wide <= seen
