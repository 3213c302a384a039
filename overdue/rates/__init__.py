"""Repayment schedules, and what borrowing costs a period or a year.

Amounts are yuan, rates are ratios (0.18 is 18 % a year); both are given as ``Decimal``, int or text,
and a float is refused. No law here: these are the calculations contracts, banks and courts share.
"""

from overdue.rates.days import simple_interest, year_share
from overdue.rates.rows import Row, Schedule
from overdue.rates.schedules import flat_fee_plan, level_payment, level_principal
from overdue.rates.segments import Segment, Segments
from overdue.rates.yearly import dated_rate, net_present_value, periodic_rate, yearly_rate
