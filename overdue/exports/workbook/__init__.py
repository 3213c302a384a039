"""The case as a workbook whose cells are live formulas, where the case allows it."""

from overdue.exports.workbook.book import workbook
from overdue.exports.workbook.debt import is_live
