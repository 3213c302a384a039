"""The case as an address: nothing lost, nothing raised, nothing changed in silence."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue
from overdue.casefile import FIELDS, STORIES, check, defaults, read, stories, too_long, write, written
from overdue.model import Lender, OverdueError, Payment
from overdue.words import Lang, words

TODAY = date(2026, 11, 22)
LINK = {
    "lender": "platform",
    "contract_on": "2025-09-10",
    "due_on": "2026-01-10",
    "principal": "1000",
    "interest": "90",
    "missed": "3",
    "remaining": "0",
    "rate": "18",
    "uplift": "50",
    "day_basis": "360",
    "as_of": "2026-06-30",
}
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
        "as_of": data.draw(days).isoformat(),
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
        {"due_on": "2000-01-01", "contract_on": "2020-01-01"},
        {"uplift": "?", "daily_rate": "1"},
    ],
)
def test_what_an_address_leaves_open_can_be_written_too(params):
    case, _ = read(params, TODAY)
    assert read(write(case), TODAY) == (case, ())


def test_every_default_is_written_so_that_a_link_never_changes_meaning():
    case, _ = read({}, TODAY)
    address = write(case)
    assert set(defaults(TODAY)) <= set(address)
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
    case, notes = read({name: given, "remaining": "0"}, TODAY)
    assert notes == () and written(name, getattr(case, name)) == given


def test_a_contract_after_the_first_due_day_is_named_and_left_out():
    case, notes = read(LINK | {"contract_on": "2026-03-01"}, TODAY)
    assert [note.name for note in notes] == ["contract_on"]
    assert case.contract_on <= case.due_on and case.principal == D(1000)


@pytest.mark.parametrize("code", STORIES)
def test_a_story_fills_absent_keys_only(code):
    case, notes = read({"story": code, "principal": "777"}, TODAY)
    assert notes == () and case.principal == D(777) and case.lender == stories()[code]["lender"]
    assert read(write(case), TODAY)[0] == case


def test_a_story_leaves_with_the_first_edit():
    case, _ = read({"story": "job"}, TODAY)
    assert case.edited(principal=D(5)).story is None


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
    assert case.assumed() == ("lender", "rate")


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
