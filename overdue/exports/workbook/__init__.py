"""The case as a workbook whose cells are live formulas, where the case allows it."""

from overdue.exports.workbook.book import is_live, workbook

__all__ = ["is_live", "workbook"]
