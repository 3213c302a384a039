"""Rooms of a workshop: people guess on their phones, then see the counts beside the truth."""

from overdue.rooms.room import Counts, Question, Room, Unit, tidy_code
from overdue.rooms.rooms import Rooms, shown
from overdue.rooms.shelf import Memory, OnRedis, Shelf
