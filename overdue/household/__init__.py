"""All debts of one household on one budget: the picture before any plan, and the ways to divide what there is."""

from overdue.household.division import MOST_WORK, divide
from overdue.household.model import Debt, Help, Household, Way
from overdue.household.picture import DebtPicture, Near, Picture, near_days, picture
from overdue.household.result import Division, Month
from overdue.household.shares import fair_shares
from overdue.household.ways import Ways, across, compare_ways, stops
