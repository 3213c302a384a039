"""Sharing out a sum: fair shares to the fen, or one after the other."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from overdue.model import FEN, ZERO

FEN_A_YUAN = 100


def fair_shares(amount: Decimal, asked: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Shares of ``amount`` by what each asks, in yuan; none gets more than it asks.

    Rounded down to the fen, and the fen that are left go to the largest remainders (the earlier debt where two are
    alike), so that the shares add up to the amount, or to all that is asked.

    >>> fair_shares(Decimal("100"), {"a": Decimal("100"), "b": Decimal("100"), "c": Decimal("100")})
    {'a': Decimal('33.34'), 'b': Decimal('33.33'), 'c': Decimal('33.33')}
    """
    whole = sum(asked.values(), ZERO)
    if amount >= whole:
        return dict(asked)
    fens, parts = int(amount * FEN_A_YUAN), {key: int(sum_ * FEN_A_YUAN) for key, sum_ in asked.items()}
    base = sum(parts.values())
    shares = {key: divmod(fens * part, base) for key, part in parts.items()}
    left = fens - sum(share for share, _ in shares.values())
    more = sorted(shares, key=lambda key: -shares[key][1])[:left]
    return {key: (share + (key in more)) * FEN for key, (share, _) in shares.items()}


def in_turn(amount: Decimal, asked: Mapping[str, Decimal], order: Sequence[str]) -> dict[str, Decimal]:
    """Each in ``order`` gets what it asks as long as the amount lasts, in yuan.

    >>> in_turn(Decimal("120"), {"a": Decimal("100"), "b": Decimal("100")}, ["b", "a"])
    {'b': Decimal('100'), 'a': Decimal('20')}
    """
    shares: dict[str, Decimal] = {}
    for key in order:
        if key in asked:
            shares[key] = min(amount, asked[key])
            amount -= shares[key]
    return shares
