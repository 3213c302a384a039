"""The workbook is opened by LibreOffice, changed, recalculated, and agrees with the engine to the fen."""

from __future__ import annotations

import random
import subprocess
from datetime import date, timedelta
from decimal import Decimal as D
from io import BytesIO

import pytest
from openpyxl import load_workbook

from overdue.accrual import accrue
from overdue.exports.workbook import is_live, workbook
from overdue.model import Instalment, Lender, Payment, Penalty
from overdue.periods import add_period
from overdue.proposal import InstalmentPlan, LumpSum, Wait, Waiver, settle
from overdue.words import Lang, words
from tests.cases import loan
from tests.needed import needs

SUMS = ("principal", "interest", "fees", "penalty", "compound", "total", "not_due", "line", "over_line")
AS_OF = date(2026, 6, 30)
ZH = words(Lang.ZH)

needs_office = needs("libreoffice-calc", "soffice")


def recalculated(books, folder):
    """The workbooks as LibreOffice saves them after working them out."""
    given, made = folder / "given", folder / "made"
    given.mkdir()
    for number, data in enumerate(books):
        (given / f"{number}.xlsx").write_bytes(data)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx"]
    command += ["--outdir", str(made), *map(str, sorted(given.iterdir()))]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [load_workbook(made / f"{number}.xlsx", data_only=True) for number in range(len(books))]


def named(book, name):
    sheet, place = next(iter(book.defined_names[name].destinations))
    return book[sheet][place.replace("$", "")]


def amount(book, name):
    value = named(book, name).value
    return None if value in (None, "") else D(repr(value)).quantize(D("0.01"))


def changed(data, **values):
    book = load_workbook(BytesIO(data))
    for name, value in values.items():
        named(book, name).value = value
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def sums(ledger):
    return {name: getattr(ledger, name) for name in SUMS}


def random_loan(rng):
    first = date(2024, 1, 1) + timedelta(rng.randrange(700))
    rows = [
        Instalment(
            due_on=add_period(first, months=n),
            principal=D(rng.randrange(0, 500_000)) / 100,
            interest=D(rng.randrange(0, 40_000)) / 100,
            fee=D(rng.choice([0, 0, 1500])) / 100,
        )
        for n in range(rng.randrange(1, 13))
    ]
    compound = rng.choice(["none", "interest"])
    daily = rng.random() < 0.3
    terms = Penalty(
        uplift=None if daily else D(rng.randrange(0, 101)) / 100,
        daily_rate=D(rng.randrange(1, 20)) / 10_000 if daily else None,
        compound=compound,
        base=rng.choice(["principal", "principal_and_interest"]) if compound == "none" else "principal",
        late_fee=D(rng.choice([0, 2000, 999])) / 100,
        grace_days=rng.choice([0, 0, 3, 20]),
        day_basis=rng.choice([360, 365]),
    )
    return loan(
        lender=rng.choice([*Lender, None]),
        contract_on=first - timedelta(rng.randrange(1, 60)),
        annual_rate=D(rng.randrange(0, 360)) / 1000,
        instalments=rows,
        penalty=terms,
        accelerated_on=rng.choice([None, None, first + timedelta(rng.randrange(0, 300))]),
        compensated_on=rng.choice([None, None, None, first + timedelta(rng.randrange(0, 300))]),
    )


def random_pairs():
    """Twenty cases as written and, after a change in the workbook, as the engine works the change out."""
    rng = random.Random(20260630)
    for number in range(20):
        lent = random_loan(rng)
        until = max(lent.instalments[0].due_on + timedelta(rng.randrange(-5, 500)), lent.contract_on)
        ledger = accrue(lent, until)
        data = workbook(ledger, {}, ZH, "note")
        yield f"random {number}", ledger, data
        later = until + timedelta(rng.randrange(1, 200))
        rate = D(rng.randrange(1, 300)) / 1000
        fixed = {"annual_rate": rate}
        if lent.penalty.daily_rate is None:
            uplift = ledger.penalty_rate / lent.annual_rate - 1 if lent.annual_rate else lent.penalty.uplift
            fixed["penalty"] = lent.penalty.model_copy(update={"uplift": uplift})
        moved = changed(data, as_of=later, annual_rate=float(rate))
        yield f"random {number} changed", accrue(lent.model_copy(update=fixed), later), moved


PLANS = {
    "a": InstalmentPlan(first_on=date(2026, 7, 30), months=12, annual_rate="0.12", waive=Waiver(penalty="0.5")),
    "b": InstalmentPlan(first_on=date(2026, 8, 15), months=36, annual_rate="0.0735", down_payment="333.33"),
    "c": InstalmentPlan(first_on=date(2026, 7, 31), months=7, method="level_principal", annual_rate="0.1"),
    "d": InstalmentPlan(first_on=date(2026, 7, 30), months=60, method="flat_fee", annual_rate="0.072"),
    "e": InstalmentPlan(first_on=date(2026, 7, 30), months=11, waive=Waiver(penalty="1", interest="0.333")),
}
SUMS_AT_ONCE = {
    "f": LumpSum(pay_on=AS_OF, waive=Waiver(penalty="0.5", interest="0.1", principal="0.05")),
    "g": LumpSum(pay_on=AS_OF, amount="3000"),
    "h": Wait(until=date(2026, 9, 30)),
}
# 20, 60, 100 ... yuan at 27 % over 171 days on 360 end in half a fen.
HALVES = [Instalment(due_on=date(2026, 1, 10), principal=20 * (2 * n + 1)) for n in range(60)]


def settled(months=None):
    offers = PLANS if months is None else {k: p.model_copy(update={"months": months}) for k, p in PLANS.items()}
    return {letter: settle(loan(), offer, AS_OF) for letter, offer in (offers | SUMS_AT_ONCE).items()}


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Every workbook of these tests, worked out in one go."""
    made = {name: data for name, _, data in random_pairs()}
    made["halves"] = workbook(accrue(loan(instalments=HALVES), AS_OF), {}, ZH, "note")
    made["plans"] = workbook(accrue(loan(), AS_OF), settled(), ZH, "note")
    made["nine months"] = changed(made["plans"], **{f"months_{letter}": 9 for letter in PLANS})
    return dict(zip(made, recalculated(made.values(), tmp_path_factory.mktemp("office")), strict=True))


@needs_office
def test_random_cases_agree_as_written_and_after_a_change(books):
    for name, ledger, _ in random_pairs():
        want, book = sums(ledger), books[name]
        if ledger.loan.compensated_on is not None:  # the line ends with the guarantor's payment: a remark, no formula
            want |= {"line": amount(book, "owed_line"), "over_line": amount(book, "owed_over_line")}
        assert {sum_: amount(book, f"owed_{sum_}") for sum_ in SUMS} == want, name


@needs_office
def test_halves_of_a_fen_round_up_as_in_the_engine(books):
    assert all((i.principal * D("0.27") * 171 / 360 * 1000) % 10 == 5 for i in HALVES)
    assert amount(books["halves"], "owed_penalty") == accrue(loan(instalments=HALVES), AS_OF).penalty


def rows_of(book, letter):
    sheet = book[ZH("workbook.sheet.proposal", letter=letter.upper())]
    rows = []
    for row in sheet.iter_rows(values_only=True):
        if isinstance(row[0], int | float) and row[1] not in (None, "") and row[6] not in (None, ""):
            rows.append((row[1].date(), *(D(repr(value)).quantize(D("0.01")) for value in row[2:7])))
    return rows


@needs_office
@pytest.mark.parametrize(("name", "months"), [("plans", None), ("nine months", 9)])
def test_proposals_agree_row_by_row_and_follow_their_inputs(books, name, months):
    for letter, settlement in settled(months).items():
        assert amount(books[name], f"total_{letter}") == settlement.total
        assert amount(books[name], f"waived_{letter}") == settlement.waived
        if letter in PLANS:
            want = [
                (r.due_on, *(D(x).quantize(D("0.01")) for x in (r.payment, r.principal, r.interest, r.fee, r.balance)))
                for r in settlement.schedule.rows
            ]
            assert rows_of(books[name], letter) == want


def text_of(data):
    book = load_workbook(BytesIO(data))
    return [
        str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_part_payments_and_rests_are_values_with_their_formula_in_words():
    paid = [Payment(paid_on=date(2026, 4, 1), amount="500")]
    for ledger in (
        accrue(loan(), AS_OF, paid),
        accrue(loan(penalty=Penalty(uplift="0.5", compound="all", rest="monthly")), AS_OF),
    ):
        assert not is_live(ledger)
        book = load_workbook(BytesIO(workbook(ledger, {}, ZH, "note")))
        assert not any(str(c.value).startswith("=") for row in book.worksheets[0].iter_rows() for c in row)
        assert {name: amount(book, f"owed_{name}") for name in SUMS} == sums(ledger)
        assert any("×" in text for text in text_of(workbook(ledger, {}, ZH, "note")))


@pytest.mark.parametrize("lang", Lang)
def test_it_bears_its_stamp_and_its_sources_in_each_script(lang):
    said = text_of(workbook(accrue(loan(), AS_OF), {}, words(lang), "law as of, version, made on"))
    assert "law as of, version, made on" in said
    book = load_workbook(BytesIO(workbook(accrue(loan(), AS_OF), settled(), words(lang), "THE STAMP")))
    assert all("THE STAMP" in [cell.value for cell in sheet["A"]] for sheet in book)
    assert "PEN-3" in said and "CAP-3" in said and "0.24" in said
    assert words(lang)("workbook.title") in said


def test_inputs_are_typed_as_numbers_and_days():
    book = load_workbook(BytesIO(workbook(accrue(loan(), AS_OF), {}, ZH, "note")))
    assert named(book, "as_of").value.date() == AS_OF
    assert named(book, "annual_rate").value == 0.18
    assert named(book, "line_rate").value == "=law_line"
