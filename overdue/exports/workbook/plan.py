"""The sheet of one proposal: what is settled, what is waived, and its payments as live formulas."""

from collections.abc import Callable

from overdue.exports.workbook.sheet import DAY, MONEY, SHARE, WHOLE, Sheet, columns
from overdue.model import PLANNED
from overdue.periods import YEAR
from overdue.proposal import InstalmentPlan, Settlement
from overdue.proposal.debt import WAIVED_BY
from overdue.words import Words

COLUMNS = ("number", "due_on", "payment", *PLANNED, "balance")
MOST_MONTHS = 60


def proposal(sheet: Sheet, letter: str, settlement: Settlement, w: Words) -> None:
    """Write one proposal; its cells are named with its letter, so that several stand side by side."""

    def name(what: str) -> str:
        return f"{what}_{letter}"

    _settled(sheet, name, settlement, w)
    if isinstance(settlement.offer, InstalmentPlan):
        _plan(sheet, name, settlement.offer, w)
    else:
        sheet.named(w("workbook.plan.total"), name("total"), f"={name('due')}", MONEY)


def _settled(sheet: Sheet, name: Callable[[str], str], settlement: Settlement, w: Words) -> None:
    """The debt by component, the shares waived, and what is left to pay."""
    debt, offer = settlement.debt, settlement.offer
    whole_figure = offer.figure is not None
    sheet.named(w("workbook.plan.agreed_on"), name("agreed_on"), debt.on, DAY, given=True)
    sheet.heading(w("workbook.plan.settled"), w("workbook.value"))
    for component in WAIVED_BY:
        sheet.named(
            w(f"workbook.plan.{component}"), name(component), getattr(debt, component), MONEY, given=not whole_figure
        )
    sheet.named(w("workbook.plan.owed"), name("owed"), "=" + "+".join(name(c) for c in WAIVED_BY), MONEY)
    if whole_figure:
        sheet.named(w("workbook.plan.due"), name("due"), settlement.total, MONEY, given=True)
        sheet.named(w("workbook.plan.waived"), name("waived"), f"={name('owed')}-{name('due')}", MONEY)
        return
    for share in ("penalty", "interest", "principal"):
        value = getattr(offer.waiver, share)
        sheet.named(w(f"workbook.plan.waive_{share}"), name(f"waive_{share}"), value, SHARE, given=True)
    waived = "+".join(f"ROUND({name(c)}*{name('waive_' + share)},2)" for c, share in WAIVED_BY.items())
    sheet.named(w("workbook.plan.waived"), name("waived"), f"={waived}", MONEY)
    sheet.named(w("workbook.plan.due"), name("due"), f"={name('owed')}-{name('waived')}", MONEY)


def _plan(sheet: Sheet, name: Callable[[str], str], plan: InstalmentPlan, w: Words) -> None:
    sheet.named(w("workbook.plan.down"), name("down"), plan.down_payment, MONEY, given=True)
    sheet.named(w("workbook.plan.balance"), name("balance"), f"=ROUND({name('due')}-{name('down')},2)", MONEY)
    sheet.named(w("workbook.plan.rate"), name("rate"), plan.annual_rate, SHARE, given=True)
    note = w("workbook.plan.months_note", most=MOST_MONTHS)
    sheet.named(w("workbook.plan.months"), name("months"), plan.months, WHOLE, given=True, note=note)
    sheet.named(w("workbook.plan.first_on"), name("first_on"), plan.first_on, DAY, given=True)
    sheet.named(w("workbook.plan.method"), name("method"), w(f"workbook.plan.{plan.method}"), "General")
    rate, months, balance = name("rate"), name("months"), name("balance")
    if plan.method == "flat_fee":
        sheet.named(w("workbook.plan.monthly_fee"), name("fee"), f"=ROUND({balance}*{rate}/12,2)", MONEY)
    else:
        odd = f"{rate}*({name('first_on')}-{name('agreed_on')})/{YEAR}"
        usual = f"=IF({name('first_on')}=EDATE({name('agreed_on')},1),{rate}/12,{odd})"
        sheet.named(w("workbook.plan.first_rate"), name("first_rate"), usual, "0.000000%")
    if plan.method == "level_payment":
        paid = f"IF({rate}=0,{months},(1-(1+{rate}/12)^-{months})/(1-1/(1+{rate}/12)))"
        sheet.named(
            w("workbook.plan.level"), name("level"), f"=ROUND({balance}*(1+{name('first_rate')})/{paid},2)", MONEY
        )
    else:
        sheet.named(w("workbook.plan.share"), name("share"), f"=ROUND({balance}/{months},2)", MONEY)
    at = columns(COLUMNS)
    first = sheet.row + 4
    paid_sum = f"SUM({at['payment']}{first}:{at['payment']}{first + MOST_MONTHS - 1})"
    sheet.named(w("workbook.plan.total"), name("total"), f"={name('down')}+{paid_sum}", MONEY)
    sheet.named(w("workbook.plan.cost"), name("cost"), f"=ROUND({name('total')}-{name('due')},2)", MONEY)
    sheet.row += 1
    sheet.heading(*(w(f"workbook.plan.column.{column}") for column in COLUMNS))
    for number in range(1, MOST_MONTHS + 1):
        _row(sheet, at, name, plan.method, number)


def _row(sheet: Sheet, at: dict[str, str], name: Callable[[str], str], method: str, number: int) -> None:
    """One payment; empty once the months or the balance are used up."""
    cell = {column: f"{letter}{sheet.row}" for column, letter in at.items()}
    left = name("balance") if number == 1 else f"{at['balance']}{sheet.row - 1}"
    runs = f"AND({number}<={name('months')},N({left})>0)" if method != "flat_fee" else f"{number}<={name('months')}"
    rate = name("first_rate") if number == 1 else f"{name('rate')}/12"
    last = f"{number}={name('months')}"
    if method == "level_payment":
        part = f"{name('level')}-{left}*{rate}"
        principal = f"IF(OR({last},{part}>={left}),{left},ROUND({part},2))"
    else:
        principal = f"IF({last},{left},MIN({name('share')},{left}))"
    formulas = {
        "number": str(number),
        "due_on": f"EDATE({name('first_on')},{number - 1})",
        "payment": f"{cell['principal']}+{cell['interest']}+{cell['fee']}",
        "principal": principal,
        "interest": "0" if method == "flat_fee" else f"ROUND({left}*{rate},2)",
        "fee": name("fee") if method == "flat_fee" else "0",
        "balance": f"ROUND({left}-{cell['principal']},2)",
    }
    styles = {"number": WHOLE, "due_on": DAY}
    for column, (what, formula) in enumerate(formulas.items(), 1):
        sheet.put(column, f'=IF({runs},{formula},"")', styles.get(what, MONEY))
    sheet.row += 1
