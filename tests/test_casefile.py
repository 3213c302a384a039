"""The case as an address: nothing lost, nothing raised, nothing changed in silence."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue
from overdue.casefile import FIELDS, STORIES, check, fresh, read, stories, too_long, write, written
from overdue.casefile.remarks import remarks
from overdue.casefile.unknowns import assumed, stands_in
from overdue.model import Lender, OverdueError, Payment
from overdue.words import Lang, words
from tests.cases import LINK

TODAY = date(2026, 11, 22)
money = st.integers(0, 10**10).map(lambda n: D(n) / 100)
days = st.dates(date(2001, 1, 1), date(2090, 12, 31))


def test_a_link_opens_as_the_case_it_names():
    case, notes = read(LINK, TODAY)
    ledger = accrue(case.loan(), case.as_of, case.paid, case.payment_order)
    assert (ledger.penalty, ledger.total, notes) == (D("317.25"), D("3587.25"), ())


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_is_written_reads_back_the_same(data):
    first = data.draw(days)
    params = {
        "lang": data.draw(st.sampled_from(list(Lang))),
        "lender": data.draw(st.sampled_from([*Lender, "unknown"])),
        "contract_on": (first - timedelta(days=30)).isoformat(),
        "due_on": first.isoformat(),
        "as_of": (first + timedelta(days=data.draw(st.integers(1100, 3600)))).isoformat(),
        "principal": written("principal", data.draw(money.filter(lambda m: m >= 1))),
        "missed": str(data.draw(st.integers(1, 36))),
        "remaining": "0",
        "rate": data.draw(st.sampled_from(["?", "0", "18", "23.9", "400"])),
        "uplift": data.draw(st.sampled_from(["?", "0", "30", "50"])),
        "day_basis": data.draw(st.sampled_from(["360", "365", "?"])),
        "paid": "~".join(
            f"{data.draw(days):%Y%m%d}:{data.draw(st.integers(1, 99999))}" for _ in range(data.draw(st.integers(0, 4)))
        ),
        "income": written("income", data.draw(st.integers(0, 10**6).map(D))),
    }
    case, notes = read(params, TODAY)
    assert notes == ()
    again, notes_again = read(write(case), date(2030, 1, 1))
    assert (again, notes_again) == (case, ())


@pytest.mark.parametrize(
    "params",
    [
        {"due_on": "2000-01-10"},
        {"due_on": "2000-01-01", "contract_on": "2020-01-01", "principal": "5"},
        {"uplift": "?", "daily_rate": "1"},
    ],
)
def test_what_an_address_leaves_open_can_be_written_too(params):
    case, _ = read(params, TODAY)
    assert read(write(case), TODAY) == (case, ())


def test_every_default_is_written_so_that_a_link_never_changes_meaning():
    case, _ = read({}, TODAY)
    address = write(case)
    assert {"lender", "due_on", "as_of", "principal", "missed", "remaining", "later", "rate", "uplift"} <= set(address)
    assert {"day_basis", "base", "compound", "order", "grace", "late_fee"} <= set(address)
    assert read(address, date(2031, 5, 5))[0] == case


def test_the_budget_stays_out_of_a_link_unless_it_is_wanted():
    case, _ = read(LINK | {"income": "5000", "savings": "100"}, TODAY)
    assert not {"income", "savings"} & set(write(case, budget=False))
    assert write(case)["income"] == "5000"


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from([*FIELDS, "x", "<b>", ""]), st.text(max_size=60), max_size=12))
def test_rubbish_is_dropped_with_a_note_and_never_raises(params):
    case, notes = read(params, TODAY)
    if not case.missing:
        case.loan()
    assert read(write(case), TODAY) == (case, ())
    for note in notes:
        for lang in Lang:
            sentence = words(lang)(note.key, **note.values)
            assert "<" not in sentence and "{" not in sentence


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("principal", "-1"),
        ("principal", "1e15"),
        ("principal", str(10**15)),
        ("principal", "1.005"),
        ("principal", "NaN"),
        ("rate", "1001"),
        ("due_on", "2026-02-29"),
        ("due_on", "0"),
        ("missed", "2.5"),
        ("missed", "0"),
        ("lender", "<script>alert(1)</script>"),
        ("paid", "20260101"),
        ("paid", "20260101:0"),
        ("lang", "fr"),
        ("principal", "9" * 100_000),
    ],
)
def test_a_bad_value_keeps_the_rest_of_the_case(name, given):
    case, notes = read(LINK | {name: given}, TODAY)
    good, _ = read({k: v for k, v in LINK.items() if k != name}, TODAY)
    assert [note.name for note in notes] == [name]
    assert case == good
    assert all(len(words(lang)(notes[0].key, **notes[0].values)) < 400 for lang in Lang)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.kind == "choice"])
def test_a_choice_refused_names_the_others_by_their_labels(name, lang):
    _, notes = read({name: "nonsense"}, TODAY)
    w, field = words(lang), FIELDS[name]
    sentence = w(notes[0].key, **notes[0].values)
    scripts = [w(f"fields.lang.{lang.script}") for lang in Lang]
    labels = scripts if name == "lang" else [w(f"fields.{name}.{code}") for code in field.choices]
    assert all(label in sentence for label in labels) and len(sentence) < 400
    assert (w("fields.unknown") in sentence) or not field.unknown


@pytest.mark.parametrize(
    ("name", "given"), [("rate", "0"), ("rate", "400"), ("due_on", "2028-02-29"), ("principal", "0.01")]
)
def test_odd_but_possible_values_are_kept(name, given):
    case, notes = read({name: given, "lender": "bank", "as_of": "2028-03-01"}, TODAY)
    assert notes == () and written(name, getattr(case, name)) == given


def test_a_contract_after_the_first_due_day_is_named_and_left_out():
    case, notes = read(LINK | {"contract_on": "2026-03-01"}, TODAY)
    assert [note.name for note in notes] == ["contract_on"]
    assert case.contracted <= case.first_due and case.principal == D(1000)


@pytest.mark.parametrize("code", STORIES)
def test_a_story_fills_absent_keys_only(code):
    case, notes = read({"story": code, "principal": "777"}, TODAY)
    assert notes == () and case.principal == D(777) and case.lender == stories()[code]["lender"]
    assert case.story is None  # these are no longer that person's figures
    assert read(write(case), TODAY)[0] == case


def test_a_bill_beside_a_story_makes_its_figures_nobodys_own():
    case, notes = read({"story": "job", "bill_total": "4000", "bill_days": "9"}, TODAY)
    assert case.story == "job" and case.bill_total == D(4000) and notes == ()
    assert read(write(case), TODAY) == (case, ())
    assert read({"bill_total": "4000"}, TODAY)[0].missing and read({"bill_total": "4000"}, TODAY)[0].story is None


def test_a_story_leaves_with_the_first_figure_and_stays_for_what_is_tried_out():
    case, _ = read({"story": "job"}, TODAY)
    assert case.edited(principal=D(5)).story is None
    tried = case.edited(pay_on=date(2026, 9, 1), plan_months=6, offers="x:r", as_of=date(2026, 7, 1))
    assert tried.story == "job" and read(write(tried), TODAY) == (tried, ())


@pytest.mark.parametrize("params", [{}, {"lang": "en"}, {"pay_on": "2027-01-01", "x": "1"}, {"income": "5000"}])
def test_an_address_without_a_figure_is_the_first_storys(params):
    case, _ = read(params, TODAY)
    assert (case.story, case.principal) == ("job", D(1000))


def test_ones_own_case_begins_with_nothing_and_asks_for_what_it_needs():
    case = fresh(TODAY, Lang.ZH)
    assert (
        case.missing == ("due_on", "principal")
        and case.story is None
        and assumed(case)
        == (
            "lender",
            "rate",
            "uplift",
        )
    )
    with pytest.raises(OverdueError, match="missing"):
        case.loan()
    assert read(write(case), date(2030, 1, 1))[0] == case
    begun, notes = read({"principal": "800", "due_on": "2026-09-05"}, TODAY)
    assert (begun.missing, begun.missed, begun.remaining, begun.contracted, notes) == (
        (),
        1,
        None,
        date(2026, 8, 5),
        (),
    )


def test_later_slices_can_have_been_paid_on_their_day():
    case, _ = read(LINK | {"remaining": "4000", "later": "paid"}, TODAY)
    ledger = accrue(case.loan(), case.as_of)
    # April, May and June were paid: what is owed is the three missed ones of the link, what is to come one slice
    assert (ledger.total, ledger.not_due_principal, case.passed(), case.slipped()) == (D("3587.25"), 1000, 3, 0)
    assert max(i.due_on for i in case.loan().instalments) == date(2026, 7, 10)


@pytest.mark.parametrize(
    ("as_of", "most"), [("2026-01-09", 1), ("2026-02-09", 1), ("2026-02-10", 2), ("2027-01-10", 7)]
)
def test_more_missed_than_can_have_fallen_due_is_said(as_of, most):
    case, notes = read(LINK | {"missed": "7", "as_of": as_of}, TODAY)
    assert case.missed == most
    assert [note.name for note in notes] == (["missed"] if most < 7 else [])


def test_a_day_of_paying_before_the_day_looked_at_is_dropped():
    case, notes = read(LINK | {"pay_on": "2026-06-29"}, TODAY)
    assert (case.pay_on, [note.name for note in notes]) == (None, ["pay_on"])
    later = read(LINK | {"pay_on": "2026-07-29"}, TODAY)[0]
    assert later.edited(as_of=date(2026, 8, 1)).pay_on is None


def test_later_slices_follow_month_by_month_with_interest_on_what_is_outstanding():
    case, _ = read(LINK | {"remaining": "2500"}, TODAY)
    rows = case.instalments()
    assert [r.principal for r in rows] == [D(1000)] * 5 + [D(500)]
    assert [r.interest for r in rows] == [D(90)] * 3 + [D("37.50"), D("22.50"), D("7.50")]
    assert [r.due_on for r in rows][2:4] == [date(2026, 3, 10), date(2026, 4, 10)]
    assert case.slipped() == 3  # April, May and June have passed by 30 June


def test_month_ends_follow_the_first_due_day_and_are_not_chained():
    case, _ = read(LINK | {"due_on": "2026-01-31", "missed": "3"}, TODAY)
    assert [r.due_on for r in case.instalments()] == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]


def test_a_daily_rate_stands_in_for_rate_and_uplift():
    case, _ = read(LINK | {"daily_rate": "0.05"}, TODAY)
    assert case.loan().penalty.daily_rate == D("0.0005") and case.loan().penalty.uplift is None


def test_what_is_not_known_is_named():
    case, _ = read(LINK | {"rate": "?", "lender": "unknown"}, TODAY)
    assert assumed(case) == ("lender", "rate")
    daily, _ = read(LINK | {"rate": "?", "daily_rate": "0.05"}, TODAY)
    assert daily.interest is not None and assumed(daily) == ()  # penalty and interest are known without a yearly rate
    later = daily.edited(interest=None)
    assert assumed(later) == ("rate",) and stands_in(later, "rate") == "rate_later"


def test_too_many_slices_is_a_sentence():
    with pytest.raises(OverdueError, match="too_many_slices"):
        read(LINK, TODAY)[0].edited(principal=D("0.01"), remaining=D(10_000)).loan()


def test_a_case_too_long_for_a_link_says_so():
    paid = tuple(Payment(paid_on=date(2026, 1, 1) + timedelta(days=n), amount=D("12345678.91")) for n in range(60))
    case = read(LINK, TODAY)[0].edited(paid=paid, offers="x" * 600)
    assert too_long(write(case)) and not too_long(write(read(LINK, TODAY)[0]))


def test_full_width_and_thousands_marks_are_read():
    assert check("principal", " 12,345.6 ") == D("12345.6")
    assert check("principal", "１２３．５") == D("123.5")


@pytest.mark.parametrize(
    ("daily", "remark"), [("0.05", "instead"), ("0.27", "instead"), ("0.28", "high"), ("5", "high")]
)
def test_a_daily_rate_of_more_than_all_of_it_a_year_is_asked_about(daily: str, remark: str) -> None:
    case, notes = read({"story": "job", "daily_rate": daily}, date(2026, 11, 22))
    assert remarks(case)["daily_rate"] == remark and not notes


@given(st.integers(0, 9_999_999), st.integers(0, 99))
def test_a_comma_counts_between_groups_of_three_alone(whole, fen):
    """Whatever stands apart in other groups is refused by name: 18,5 may be 18.5, 1,23 may be 1.23."""
    assert check("principal", f"{whole:,}.{fen:02}") == D(whole) + D(fen) / 100
    parted = [f"{whole},{fen}", f"{whole % 10},{whole:04}", f"{whole},{fen:02}.00", f"{whole + 1000},000"]
    for name in ("principal", "rate", "missed"):
        for text in parted:
            with pytest.raises(OverdueError) as caught:
                check(name, text)
            assert caught.value.key == "field.comma" and caught.value.fields["given"]
    held, notes = read({"lender": "bank", "rate": f"18,{fen}"}, date(2026, 6, 30))
    assert held.rate is None and [note.name for note in notes] == ["rate"]
