"""The sheet of what is owed: live, one row an instalment; or, where it cannot be, every segment as a value."""

from overdue.accrual import Ledger
from overdue.accrual.plan import planned
from overdue.exports.workbook.sheet import DAY, MONEY, SHARE, WHOLE, Cell, Sheet, columns
from overdue.model import PLANNED, ZERO, Loan
from overdue.periods import YEAR
from overdue.words import Words

COLUMNS = (
    "number", "due_on", "principal", "interest", "fee", "counts", "start", "end", "days", "base", "rate",
    "penalty", "compound", "late_fee", "line", "over_line",
)  # fmt: skip
STYLES = {
    "number": WHOLE, "due_on": DAY, "counts": WHOLE, "start": DAY, "end": DAY, "days": WHOLE, "rate": SHARE,
}  # fmt: skip
SUMS = ("principal", "interest", "fees", "penalty", "compound", "total", "not_due", "line", "over_line")


def is_live(ledger: Ledger) -> bool:
    """Whether formulas can carry the case: no part payment yet, and no rests of compound interest."""
    paid = any(p.paid_on <= ledger.until for p in ledger.payments)
    return not paid and ledger.loan.penalty.compound != "all"


def inputs(sheet: Sheet, ledger: Ledger, w: Words) -> None:
    """The figures of the case, each a named cell; a rate is a ratio shown in percent."""
    loan, terms = ledger.loan, ledger.loan.penalty
    rate = ledger.penalty_rate
    uplift = rate / loan.annual_rate - 1 if loan.annual_rate and terms.uplift is None else terms.uplift or ZERO
    line = "=law_line" if ledger.ceiling is not None and ledger.ceiling.annual_rate is not None else None

    def put(name: str, value: Cell, style: str) -> None:
        note = w(f"workbook.note.{name}") if w.has(f"workbook.note.{name}") else ""
        sheet.named(w(f"workbook.input.{name}"), name, value, style, given=True, note=note)

    sheet.heading(w("workbook.inputs"), w("workbook.value"), w("workbook.remark"))
    put("as_of", ledger.until, DAY)
    put("contract_on", loan.contract_on, DAY)
    put("annual_rate", loan.annual_rate, SHARE)
    put("uplift", uplift, SHARE)
    put("daily_rate", terms.daily_rate, "0.00####%")
    put("day_basis", terms.day_basis, WHOLE)
    put("base_with_interest", int(terms.base == "principal_and_interest"), WHOLE)
    put("compound_interest", int(terms.compound == "interest"), WHOLE)
    put("late_fee", terms.late_fee, MONEY)
    put("grace_days", terms.grace_days, WHOLE)
    put("called_in_on", loan.accelerated_on, DAY)
    put("guarantor_on", loan.compensated_on, DAY)
    put("line_rate", line, SHARE)
    formula = '=IF(daily_rate="",annual_rate*(1+uplift),daily_rate*day_basis)'
    sheet.named(w("workbook.input.penalty_rate"), "penalty_rate", formula, SHARE)
    sheet.named(w("workbook.input.until"), "grows_until", '=IF(guarantor_on="",as_of,MIN(as_of,guarantor_on))', DAY)
    called = '=IF(called_in_on="",as_of,MIN(as_of,called_in_on))'
    sheet.named(w("workbook.input.plan_until"), "plan_until", called, DAY)
    sheet.row += 1


def live(sheet: Sheet, ledger: Ledger, w: Words) -> None:
    """One row an instalment and one for what was called in, all formulas; the sums are named cells."""
    plan = sorted(ledger.loan.instalments, key=lambda i: i.due_on)
    at = columns(COLUMNS)
    sheet.heading(*(w(f"workbook.column.{name}") for name in COLUMNS))
    first, last = sheet.row, sheet.row + len(plan) - 1
    for number, instalment in enumerate(plan, 1):
        given: dict[str, Cell] = {
            "number": number,
            "due_on": instalment.due_on,
            "principal": instalment.principal,
            "interest": instalment.interest,
            "fee": instalment.fee,
        }
        for column, (name, value) in enumerate(given.items(), 1):
            sheet.put(column, value, STYLES.get(name, MONEY), given=name != "number")
        _grow(sheet, at, f"=IF({at['due_on']}{sheet.row}<=plan_until,1,0)", "grace_days", "late_fee")
    _called_in(sheet, at, first, last)
    _sums(sheet, at, first, last, w)


def _grow(sheet: Sheet, at: dict[str, str], counts: str, grace: str, late_fee: str) -> None:
    """The columns that follow from the first five."""
    cell = {name: f"{letter}{sheet.row}" for name, letter in at.items()}
    unpaid = f"{cell['principal']}+{cell['interest']}+{cell['fee']}>0"
    late = f"AND({cell['counts']}=1,grows_until>{cell['due_on']}+{grace},{unpaid})"
    accrued = f"penalty_rate*{cell['days']}/day_basis,2)"
    charged = f"{cell['penalty']}+{cell['compound']}+{cell['late_fee']}"
    lined = f"ROUND({cell['principal']}*line_rate*MAX(0,as_of-{cell['due_on']})/{YEAR},2)"
    formulas = {
        "counts": counts,
        "start": f'=IF({cell["days"]}>0,{cell["due_on"]}+1,"")',
        "end": f'=IF({cell["days"]}>0,grows_until,"")',
        "days": f"=IF({late},grows_until-{cell['due_on']},0)",
        "base": f"={cell['principal']}+IF(base_with_interest=1,{cell['interest']},0)",
        "rate": "=penalty_rate",
        "penalty": f"=ROUND({cell['base']}*{accrued}",
        "compound": f"=IF(compound_interest=1,ROUND({cell['interest']}*{accrued},0)",
        "late_fee": f"=IF({cell['days']}>0,{late_fee},0)",
        "line": f'=IF(line_rate="","",IF({cell["counts"]}=1,{lined},0))',
        "over_line": f'=IF(line_rate="","",MAX(0,{charged}-{cell["line"]}))',
    }
    for name, formula in formulas.items():
        sheet.put(list(at).index(name) + 1, formula, STYLES.get(name, MONEY))
    sheet.row += 1


def _called_in(sheet: Sheet, at: dict[str, str], first: int, last: int) -> None:
    """The principal called in, as one more row; nothing while nothing is called in."""
    days = f"${at['due_on']}${first}:${at['due_on']}${last}"
    sums = f"${at['principal']}${first}:${at['principal']}${last}"
    active = 'AND(called_in_on<>"",called_in_on<=as_of)'
    before = f"SUMPRODUCT(MAX(({days}<=called_in_on)*{days}))"
    since = f"IF({before}=0,contract_on,{before})"
    here = sheet.row
    earned = f"ROUND({at['principal']}{here}*annual_rate*(called_in_on-{since})/day_basis,2)"
    sheet.put(1, last - first + 2, WHOLE)
    sheet.put(2, f"=IF({active},called_in_on,as_of)", DAY)
    sheet.put(3, f'=IF({active},SUMIF({days},">"&called_in_on,{sums}),0)', MONEY)
    sheet.put(4, f"=IF({active},{earned},0)", MONEY)
    sheet.put(5, 0, MONEY)
    _grow(sheet, at, f"=IF({active},1,0)", "0", "0")


def _sums(sheet: Sheet, at: dict[str, str], first: int, last: int, w: Words) -> None:
    def column(name: str, rows: int = last + 1) -> str:
        return f"${at[name]}${first}:${at[name]}${rows}"

    def counted(name: str) -> str:
        return f"SUMPRODUCT({column('counts')},{column(name)})"

    later = "+".join(f'SUMIF({column("due_on", last)},">"&as_of,{column(n, last)})' for n in PLANNED)
    formulas = {
        "principal": f"={counted('principal')}",
        "interest": f"={counted('interest')}",
        "fees": f"={counted('fee')}+SUM({column('late_fee')})",
        "penalty": f"=SUM({column('penalty')})",
        "compound": f"=SUM({column('compound')})",
        "total": "=owed_principal+owed_interest+owed_fees+owed_penalty+owed_compound",
        "not_due": f'=IF(AND(called_in_on<>"",called_in_on<=as_of),0,{later})',
        "line": f'=IF(line_rate="","",SUM({column("line")}))',
        "over_line": f'=IF(line_rate="","",SUM({column("over_line")}))',
    }
    sheet.row += 1
    for name, formula in formulas.items():
        sheet.named(w(f"workbook.sum.{name}"), f"owed_{name}", formula, MONEY)
    sheet.row += 1


def values(sheet: Sheet, ledger: Ledger, w: Words) -> None:
    """Every row of the working as a value, with its formula in words; the sums are named cells as well."""
    basis = ledger.loan.penalty.day_basis
    sheet.line(w("workbook.not_live"))
    heads = ("number", "kind", "start", "end", "days", "base", "rate", "amount", "formula")
    sheet.heading(*(w(f"workbook.column.{name}") for name in heads))
    for s in ledger.segments:
        said = w("workbook.formula", base=w.yuan(s.base), rate=w.percent(s.rate), basis=basis, days=s.days)
        row: tuple[Cell, ...] = (
            s.instalment,
            w(f"workbook.kind.{s.kind}"),
            s.start,
            s.end,
            s.days,
            s.base,
            s.rate,
            s.amount,
            said,
        )
        styles = (WHOLE, "General", DAY, DAY, WHOLE, MONEY, SHARE, MONEY, "General")
        for column, (value, style) in enumerate(zip(row, styles, strict=True), 1):
            paid = s.kind == "paid" and heads[column - 1] in ("start", "days", "base", "rate", "formula")
            sheet.put(column, None if paid else value, style)
        sheet.row += 1
    sheet.row += 1
    for name in SUMS:
        sheet.named(w(f"workbook.sum.{name}"), f"owed_{name}", getattr(ledger, name), MONEY)
    sheet.row += 1


def instalments(sheet: Sheet, loan: Loan, ledger: Ledger, w: Words) -> None:
    """What the contract planned and what was paid, beside values that are not live."""
    sheet.heading(*(w(f"workbook.column.{name}") for name in ("number", "due_on", *PLANNED)))
    for number, i in enumerate(planned(loan, ledger.until)[0], 1):
        sheet.put(1, number, WHOLE)
        sheet.put(2, i.due_on, DAY)
        for column, amount in enumerate((i.principal, i.interest, i.fee), 3):
            sheet.put(column, amount, MONEY)
        sheet.row += 1
    sheet.row += 1
    sheet.heading(w("workbook.column.paid_on"), w("workbook.column.paid"))
    for payment in ledger.payments:
        sheet.put(1, payment.paid_on, DAY)
        sheet.put(2, payment.amount, MONEY)
        sheet.row += 1
    sheet.row += 1
