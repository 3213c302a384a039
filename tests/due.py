"""``make due``: what a person has to look at again: rules whose day of review has come, and every source's address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from overdue.law import LAW


def due(on: date) -> Iterator[str]:
    """A line for each rule to be read again by that day, and for each value whose last known day has passed."""
    for name, rule in LAW.rules.items():
        if rule.review_by is not None and rule.review_by <= on:
            yield f"{name} was to be read again by {rule.review_by}: {rule.title.en}"
        for value, held in rule.values.items():
            until = held.rows[-1].known_until
            if until is not None and until < on:
                yield f"{name} {value} is known up to {until} only: {rule.title.en}"


def main() -> None:
    """Print both lists; nothing is fetched."""
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    print(f"Due on {today}:", *(due(today) or ["nothing"]), sep="\n  ")
    print("\nAddresses to open by hand; the rules that rest on each:")
    for name, source in LAW.sources.items():
        rules = [rule for rule, held in LAW.rules.items() if name in held.documents]
        print(f"  {source.url or '(no address)'}  {source.title.en}: {', '.join(rules)}")


if __name__ == "__main__":
    main()
