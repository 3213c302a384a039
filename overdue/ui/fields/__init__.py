"""The one maker of fields: each shows one value, and keeps what was typed beside the sentence that refuses it.

Four ways to ask, one store of what was refused (``state.refused``):

- a figure of the case by its key: ``number("rate")``, ``day("due_on")``, ``choice("lender")``, ``missed()``,
  ``later()``, ``to_come()``, and ``listed()`` where instalments one by one stand in for some; label, help and choices
  come from ``words/fields.toml``, kind and range from ``casefile/keys.py``;
- a figure only this visit keeps: ``money``, ``count`` and ``a_day`` give what was entered, None while it is
  empty or refused; ``kept_day`` gives a day where its field is not drawn;
- a text: ``text`` gives it, None while it is too long;
- a value kept elsewhere: ``ask(key, field, label, held, put)``, where ``put(text)`` takes what was typed and raises
  ``OverdueError`` for what cannot be.

No limit is given to the browser, which would answer in its own English or drop a paste in silence.
"""

from overdue.ui.fields.figures import choice, day, later, listed, look_at_today, missed, number, problem, to_come
from overdue.ui.fields.maker import a_day, ask, count, in_words, kept_day, money, sentence, text, told
from overdue.ui.fields.payments import payments
from overdue.ui.fields.places import alone, beside, grid, guarded
