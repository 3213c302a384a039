"""What is printed: the sheet of a case or of all debts, the worksheet with its answers; as a page and as one file."""

from overdue.exports.handout.household import household_sheet
from overdue.exports.handout.leaf import Imprint, code, document, leaves, style
from overdue.exports.handout.sheet import Said, sheet
from overdue.exports.handout.worksheet import worksheet
