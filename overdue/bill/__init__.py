"""Does the lender's bill agree, which reading makes it, and how far apart the readings of what is not known lie."""

from overdue.bill.band import Band, band
from overdue.bill.check import BillCheck, Line, agrees_on, check_bill
from overdue.bill.model import LINES, Bill
from overdue.bill.reach import Reach, reaches
from overdue.bill.readings import Difference, Reading
