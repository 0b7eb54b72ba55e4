"""Reads Japanese news and keeps a ledger of it: who said what, who did or gave what to whom and when, on whose word."""

import json
import os
import re
from datetime import date

from tenkyo import _native, _frames
from tenkyo._native import __version__

#: A year, month, day or instant.
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])([T ][\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?", re.ASCII)

__all__ = ["Analysis", "Story", "__version__", "open", "read"]


class Story:
    """A ledger whose tables are data frames. Columns are those of `tenkyo export csv`; days are dates, lists are lists."""

    #: The names of all tables.
    TABLES = tuple(_native.TABLES)

    def __init__(self, tables, frames=None):
        self._tables = tables
        self._frames = frames

    def table(self, name):
        """The table with this name as a data frame. KeyError when there is none; ImportError when its library is not there."""
        return _frames.frame(self._columns(name), self._frames)

    def records(self, name):
        """The rows of a table as dictionaries; needs neither pandas nor Polars."""
        columns = self._columns(name)
        names = [column for column, _, _ in columns]
        return [dict(zip(names, row)) for row in zip(*(values for _, _, values in columns))]

    def export(self, format, table=None):
        """The bytes that `tenkyo export FORMAT --table TABLE` writes. KeyError when there is no such format, ValueError when
        it has no such table or needs one."""
        return self._tables.export(format, table)

    def _columns(self, name):
        def typed(kind, values):
            return [value and date.fromisoformat(value) for value in values] if kind == "day" else values

        return [(column, kind, typed(kind, values)) for column, kind, values in self._tables.columns(name)]

    def statements(self):
        """Who said what, each act of saying once."""
        return self.table("statements")

    def occurrences(self):
        """What happened, each event once."""
        return self.table("occurrences")

    def transfers(self):
        """Who gave what to whom."""
        return self.table("transfers")

    def claims(self):
        """Propositions, one row for each who takes a stand."""
        return self.table("claims")

    def disputes(self):
        """Contradictions, one row a side."""
        return self.table("disputes")

    def series(self):
        """Figures that measure one thing, one row a figure."""
        return self.table("series")

    def forecasts(self):
        """Forecasts and what became of them."""
        return self.table("forecasts")

    def actors(self):
        """People, organisations, states and places."""
        return self.table("actors")

    def relations(self):
        """What each pair did to each other, month by month."""
        return self.table("relations")

    def agreements(self):
        """Treaties and other agreements."""
        return self.table("agreements")

    def equipment(self):
        """Weapons, aircraft, ships and the like that articles name."""
        return self.table("equipment")

    def blocs(self):
        """States that act together."""
        return self.table("blocs")

    def articles(self):
        """The articles with their texts."""
        return self.table("articles")

    def words(self):
        """The exact words of every entry; `start` and `end` are code points, so `text[start:end]` in Python."""
        return self.table("words")


class Analysis(Story):
    """What one text says: its record, and the tables of the ledger of this text alone."""

    def __init__(self, record, tables, frames=None):
        super().__init__(tables, frames)
        #: The record, `tenkyo.analysis/1`: spans are `[start, end]` in code points of `record["document"]["text"]`.
        self.record = record

    def times(self):
        """Dates, times, durations with their values."""
        return self._layer("times", ["type", "value", "mod", "edtf"])

    def quantities(self):
        """Amounts with their bounds and units."""
        return self._layer("quantities", ["min", "max", "unit", "approximate"])

    def _layer(self, layer, fields):
        kinds = {"min": "number", "max": "number", "approximate": "flag"}
        found, text = self.record[layer], self.record["document"]["text"]
        spans = [entry["span"] for entry in found]
        columns = [("start", "integer", [start for start, _ in spans]), ("end", "integer", [end for _, end in spans]),
                   ("text", "text", [text[start:end] for start, end in spans])]
        columns += [(field, kinds.get(field, "text"), [entry.get(field) for entry in found]) for field in fields]
        return _frames.frame(columns, self._frames)


def read(text, *, source="text", title=None, outlet=None, published=None, url=None, frames=None):
    """Reads one article. `published` is its date (ISO 8601), against which days without a year are read. ValueError when that
    is no date, or `frames` no library of frames."""
    if published and not _DATE.fullmatch(str(published)):
        raise ValueError(f"published={str(published)!r} is no date; write 2024, 2024-06 or 2024-06-19")
    frames = _frames.library(frames)
    record, tables = _native.read(text, source, title, outlet, published and str(published), url)
    return Analysis(json.loads(record), tables, frames)


def open(workspace, *, frames=None):
    """Opens the workspace in this folder, as `tenkyo add` made it. OSError when there is none, ValueError when `frames` is no
    library of frames."""
    frames = _frames.library(frames)
    return Story(_native.open(os.fspath(workspace)), frames)
