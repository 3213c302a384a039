"""Repayment pages made from a table of instalments, apart from the code that reads them: layouts, spellings, noise.

Nothing here asks the product anything. A page says what its table says; how an app may write it varies by chance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

SEEN = date(2026, 11, 30)


@dataclass(frozen=True)
class Line:
    """An instalment of the table, in fen."""

    number: int
    due_on: date
    principal: int
    interest: int
    fee: int
    settled: bool = False


def table(chance: Random) -> tuple[Line, ...]:
    """A loan of a few instalments, one a month: alike, falling interest, or one large one at the end."""
    count, first = chance.randint(1, 6), chance.randint(1, 10)
    kind = chance.choice(("alike", "falling", "large", "free"))
    principal, interest = chance.randint(50_000, 300_000), chance.randint(1_000, 30_000)
    fee = chance.choice((0, 0, 2_000, chance.randint(100, 9_999)))
    year, month, day = chance.choice((2025, 2026)), chance.randint(1, 12), chance.choice((1, 5, 10, 15, 28))
    paid = chance.choice((0, 0, 0, 1, 2))
    lines = []
    for place in range(count):
        months = month - 1 + place
        due = date(year + months // 12, months % 12 + 1, day)
        p, i = principal, interest
        if kind == "falling":
            p, i = principal + 137 * place, interest - 97 * place
        if kind == "large":
            p = principal * (10 if place == count - 1 else 1)
        if kind == "free":
            i = interest if place % 2 else 0
        lines.append(Line(first + place, due, p, i, fee, settled=place < min(paid, count - 1)))
    return tuple(lines)


def _yuan(fen: int, chance: Random) -> str:
    whole, rest = divmod(fen, 100)
    cents = "" if rest == 0 and chance.random() < 0.3 else f".{rest:02}"
    return (f"{whole:,}" if chance.random() < 0.5 else str(whole)) + cents


DAYS: dict[str, Callable[[date], str]] = {
    "iso": lambda d: d.isoformat(),
    "slash": lambda d: f"{d.year}/{d.month}/{d.day}",
    "dots": lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
    "run": lambda d: f"{d:%Y%m%d}",
    "chinese": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "named": lambda d: f"{d:%b} {d.day}, {d.year}",
}
UNSURE: dict[str, Callable[[date], str]] = {
    "month": lambda d: f"{d.month}月{d.day}日",
    "dash": lambda d: f"{d.month:02}-{d.day:02}",
    "pair": lambda d: f"{d.month}/{d.day}",
    "short": lambda d: f"{d:%y}/{d.month:02}/{d.day:02}",
    "behind": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "american": lambda d: f"{d.month:02}/{d.day:02}/{d.year}",
}
CHINESE = {
    "principal": "本金",
    "interest": "利息",
    "fee": "服务费",
    "total": "应还",
    "day": "应还日",
    "settled": "已还清",
}
ENGLISH = {"principal": "principal", "interest": "interest", "fee": "service fee", "total": "amount due"}
ENGLISH |= {"day": "due", "settled": "paid off"}


def page(lines: tuple[Line, ...], chance: Random, layout: str, spell: Callable[[date], str], english: bool) -> str:
    """The text of a page in a layout; where something is paid it says so."""
    words, gap = ENGLISH if english else CHINESE, chance.choice((" ", ": ", "：", " ¥"))
    gap = "\n" if layout == "label above" else gap
    cents = "" if chance.random() < 0.5 else " yuan" if english else "元"

    def told(name: str, fen: int) -> str:
        return f"{words[name]}{gap}{_yuan(fen, chance)}{cents}"

    def heading(line: Line) -> str:
        return f"instalment {line.number}" if english else f"第{line.number}期"

    total = chance.random() < 0.5
    blocks = []
    for line in lines:
        amounts = [told("principal", line.principal), told("interest", line.interest)]
        if line.fee:
            amounts.append(told("fee", line.fee))
        if total:
            amounts.insert(0, told("total", line.principal + line.interest + line.fee))
        day, state = spell(line.due_on), [words["settled"]] if line.settled else []
        blocks.append(
            {
                "line": [" ".join([day, *state, *amounts])],
                "headed line": [" ".join([heading(line), day, *state, *amounts])],
                "line, heading behind": [" ".join([day, heading(line), *state, *amounts])],
                "card": [f"{heading(line)} {' '.join(state)}", f"{words['day']} {day}", *amounts],
                "day below": [f"{heading(line)} {' '.join(state)}", *amounts, f"{words['day']} {day}"],
                "bare, day above": [f"{words['day']} {day}", *amounts, *state],
                "bare, day below": [*amounts, f"{words['day']} {day}", *state],
                "label above": [heading(line), *state, words["day"], day, *amounts],
            }[layout]
        )
    return "\n".join(text for block in blocks for text in block) + "\n"


# Layouts in which nothing is open to two readings; with a settled instalment the bare ones may be asked about.
LAYOUTS = ("line", "headed line", "line, heading behind", "card", "day below", "label above")
BARE = ("bare, day above", "bare, day below")


def noisy(text: str, lines: tuple[Line, ...], chance: Random) -> str:
    """The page with what else stands on a screen, or with what a scan does to it; it says nothing else of the loan."""
    whole = sum(line.principal + line.interest + line.fee for line in lines if not line.settled)
    around = [
        ("", "查看已还清的借款\n"),
        ("9:41 中国移动\n借款详情\n", ""),
        ("借款日 2025-01-03\n", ""),
        ("", "上次还款 2026-08-10\n"),
        ("", "客服电话 400-800-1234\n共12期，已还3期\n"),
        (f"合计应还 {_yuan(whole, chance)}\n", ""),
        ("", f"合计应还 {_yuan(whole, chance)}\n"),
        (f"剩余本金 {_yuan(whole * 3, chance)}\n", "年利率 18%\n"),
        (f"借款金额 {_yuan(whole * 4, chance)}元\n", "日利率 0.05%\n"),
        ("待还款 已还清\n", ""),
        ("", "已还 0.00\n"),
        ("", f"{SEEN - timedelta(days=1)}\n"),
        ("", "已逾期，请3天内处理\n"),
        (f"{_yuan(whole, chance)}\n", ""),
        ("", "更新于 2026-11-29 08:30\n"),
    ]
    before, behind = chance.choice(around)
    made = before + text + behind
    match chance.randrange(6):
        case 0:
            made = made.replace("\n", " ")
        case 1:
            made = made.replace(",", ", ", 1)
        case 2:
            words = [made.find(word) for word in (CHINESE["settled"], ENGLISH["settled"]) if word in made]
            at = chance.randrange(len(made))
            if all(not -8 < at - place < 10 for place in words) and made.count("paid off") + made.count("已还清") < 2:
                made = made[:at] + chance.choice("\n ") + made[at:]
        case 3:
            made = made.replace("\n", "\n\n")
    return made
