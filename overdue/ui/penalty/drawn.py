"""The whole growth as a chart with its table: every component, from the first missed day to a year ahead."""

from overdue.account import Account
from overdue.charts import penalty as charts
from overdue.tables import penalty as tables
from overdue.ui import parts, state


def draw(account: Account) -> None:
    """Draw the chart of everything owed, with the day looked at and the day of paying on it."""
    w, points, now = state.reader(), tables.growth(account), account.ledger
    ends = {name: w.number(getattr(points[-1], name), 2) for name in tables.COMPONENTS}
    told = {name: w(f"penalty.legend_{name}", amount=amount) for name, amount in ends.items()}
    names = {name: "<br>".join(said.rsplit(" ", 1)) for name, said in told.items()}
    rate = now.ceiling.annual_rate if now.ceiling else None
    names |= {"line": w("penalty.line_name", rate=w.percent(rate)) if rate is not None else ""}
    names |= {name: w(f"penalty.mark_{name}") for name in ("due", "paid", "today", "pay_on")}
    marks = {account.as_of: names["today"]}
    if account.pay_on != account.as_of:
        marks[account.pay_on] = names["pay_on"]
    paid = [payment.paid_on for payment in account.payments]
    figure = charts.growth(points, parts.look(), names, marks, account.loan.due_days(), paid)
    then = account.ledger_on(account.pay_on)
    alt = w("penalty.chart_alt", day=account.pay_on, total=w.yuan(then.total), penalty=w.yuan(then.penalty))
    parts.figure(figure, alt, "growth")
    parts.table(tables.table(account, points, w), w("common.chart_table"))
