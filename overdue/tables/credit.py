"""The credit record as data frames, for the screen's tables and for CSV.

Days stay days (written year first everywhere); headers and texts are in the reader's script.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from overdue.credit import EFFECTS, RIGHTS, Choice, Month, Moves, Record, RepairCheck, status_codes
from overdue.credit.report import NO_ACCOUNT
from overdue.law import LAW
from overdue.tables import Frame, framed
from overdue.words import Words
from overdue.words.plain import Ours

LATE = "1234567"


def means(on: date, w: Words) -> dict[str, str]:
    """What each status code is commonly described to mean."""
    return {code.code: w.text(code.means) for code in status_codes(on)}


def spells_table(record: Record, w: Words) -> Frame:
    """Each time in arrears with the window it starts."""
    rows = [
        (spell.starts_on, spell.ended_on, spell.retention.last_day, spell.retention.removed_from)
        for spell in record.spells
    ]
    names = ("starts_on", "ended_on", "last_day", "removed_from")
    return _table(rows, [w(f"credit.spells.{name}") for name in names], w)


def choices_table(choices: Iterable[Choice], labels: Mapping[str, str], w: Words) -> Frame:
    """Payoff days side by side; ``labels`` name them for the reader."""
    same = w("credit.choices.same")
    rows = [
        (
            f"{labels[choice.label]} {choice.paid_off_on}",
            choice.retention.removed_from,
            w("credit.choices.days", count=choice.later_days) if choice.later_days else same,
        )
        for choice in choices
    ]
    headers = [w("credit.choices.pay"), w("credit.spells.removed_from"), w("credit.choices.later")]
    return _table(rows, headers, w)


def accounts_table(choices: Iterable[Choice], labels: Mapping[str, str], w: Words) -> Frame:
    """Several accounts, each with its own window."""
    rows = [(labels[choice.label], choice.paid_off_on, choice.retention.removed_from) for choice in choices]
    headers = [w("credit.fields.account"), w("credit.spells.ended_on"), w("credit.spells.removed_from")]
    return _table(rows, headers, w)


def _table(rows: Iterable[tuple[object, ...]], headers: list[str], w: Words) -> Frame:
    none = w("credit.spells.none")
    return framed([[none if cell is None else str(cell) for cell in row] for row in rows], columns=headers)


def shown_months(now: Record, at_payoff: Record, later: Record) -> tuple[Month, ...]:
    """The last twelve months up to the day looked at, and every later one up to the last day kept, oldest first."""
    first = now.months[11].month
    found = {m.month: m for record in (later, at_payoff, now) for m in record.months if m.month >= first}
    return tuple(found[month] for month in sorted(found))


def months_grid(months: Sequence[Month], removed_from: date | None, w: Words) -> Frame:
    """The months as a table, a column a year (its last two digits) and a row a month; the month of removal says so."""
    code = {(m.month.year, m.month.month): _cell(m.code) for m in months}
    if removed_from is not None:
        code[removed_from.year, removed_from.month] = f":blue-background[{w('credit.grid.gone')}]"
    years = sorted({year for year, _ in code})
    rows = [[str(month), *(code.get((year, month), "") for year in years)] for month in range(1, 13)]
    return framed(rows, columns=[w("credit.grid.month"), *(f"’{year % 100:02}" for year in years)])


def _cell(code: str) -> str:
    """A code as Markdown: overdue ones on red, so that they are found at a glance."""
    return f":red-background[{code}]" if code in LATE else f"\\{code}" if code in "*#" else code


def months_key(months: Iterable[Month], on: date, w: Words) -> str:
    """What the codes of these months mean; without an account after one that was, it is closed."""
    meaning = means(on, w)
    shown = [month.code for month in months]
    codes = dict.fromkeys(shown)
    if any(code == NO_ACCOUNT != before for before, code in pairwise(shown)):
        closed = w("credit.grid.closed")
        meaning[NO_ACCOUNT] = f"{meaning[NO_ACCOUNT]} / {closed}" if shown[0] == NO_ACCOUNT else closed
    return " · ".join(w("credit.grid.key", code=Ours(_cell(code)), means=meaning[code]) for code in codes)


def codes_table(on: date, w: Words) -> Frame:
    """Every status code as commonly documented, the weakest marked."""
    rows = [
        (f"`{code.code}`", w.text(code.means), w("credit.codes.weak") if code.weak else w("credit.codes.usual"))
        for code in status_codes(on)
    ]
    return framed(rows, columns=[w("credit.grid.code"), w("credit.grid.means"), w("credit.codes.basis")])


def leaving_table(record: Record, w: Words) -> Frame:
    """The overdue cells and the month from which each is no longer shown."""
    rows = [(w.month(cell.month), cell.code, w.month(cell.gone_from)) for cell in record.leaving]
    headers = [w("credit.grid.month"), w("credit.grid.code"), w("credit.leaving.gone_from")]
    return framed(rows, columns=headers)


def effects_matrix(w: Words) -> Frame:
    """What moves the window and what does not: a row an event, a column an effect."""
    rows = [
        [w(f"credit.effect.{effect.key}.what"), *("●" if effect.moves is one else "" for one in Moves)]
        for effect in EFFECTS
    ]
    heads = [f"*{w(f'credit.moves.column.{one}')}*" for one in Moves]  # one word each, never broken
    return framed(rows, columns=[w("credit.effects.what"), *heads])


def rule_titles(rules: Iterable[str], w: Words) -> str:
    """Rules by what they say, for whoever knows no ids."""
    return w.clauses(w.text(LAW.rule(name).title) for name in rules)


def effects_table(w: Words) -> Frame:
    """What moves the window and what does not, with the basis."""
    rows = [
        (
            w(f"credit.effect.{effect.key}.what"),
            w(f"credit.effect.{effect.key}.why"),
            w(f"credit.moves.{effect.moves}"),
            rule_titles(effect.rules, w),
        )
        for effect in EFFECTS
    ]
    return framed(rows, columns=[w(f"credit.effects.{name}") for name in ("what", "why", "verdict", "basis")])


def rights_table(figures: Mapping[str, object], w: Words) -> Frame:
    """The rights around the record, with the basis."""
    rows = [
        (
            w(f"credit.right.{right.key}.what", **figures),
            w(f"credit.right.{right.key}.says", **figures),
            rule_titles(right.rules, w),
        )
        for right in RIGHTS
    ]
    return framed(rows, columns=[w("credit.rights.right"), w("credit.rights.says"), w("credit.effects.basis")])


def repair_table(check: RepairCheck, figures: Mapping[str, object], w: Words) -> Frame:
    """The conditions of the one-off repair and whether each was met."""
    rows = [
        (
            w(f"credit.repair.rule.{condition.rule}.name", **figures),
            w("credit.repair.met" if condition.met else "credit.repair.not_met"),
            rule_titles([condition.rule], w),
        )
        for condition in check.conditions
    ]
    headers = [w("credit.repair.condition"), w("credit.repair.result"), w("credit.effects.basis")]
    return framed(rows, columns=headers)
