"""Data frames from columns: pandas or Polars, whichever is asked for or there."""

import importlib.util


LIBRARIES = ("pandas", "polars")


def library(name):
    """The name of a library, checked; None stands for whichever is there. ValueError when it is another."""
    if name is not None and name not in LIBRARIES:
        raise ValueError(f"frames={name!r} is no library of data frames; write one of {', '.join(LIBRARIES)}")
    return name


def frame(columns, library=None):
    """`columns` are names, kinds and values."""
    return {"pandas": _pandas, "polars": _polars}[library or _installed()](columns)


def _installed():
    for library in LIBRARIES:
        if importlib.util.find_spec(library):
            return library
    raise ImportError("data frames need pandas or polars: pip install 'tenkyo[pandas]'; .records(TABLE) needs neither")


def _pandas(columns):
    import pandas

    kinds = {"text": "string", "integer": "Int64", "number": "Float64", "flag": "boolean", "day": "datetime64[s]"}

    def series(kind, values):
        return pandas.Series(values, dtype=kinds.get(kind, object))

    return pandas.DataFrame({name: series(kind, values) for name, kind, values in columns})


def _polars(columns):
    import polars

    kinds = {"text": polars.String, "texts": polars.List(polars.String), "integer": polars.Int64, "number": polars.Float64,
             "flag": polars.Boolean, "day": polars.Date}
    # A figure may be a whole number here and a fraction there.
    values = {name: [None if v is None else float(v) for v in found] if kind == "number" else found
              for name, kind, found in columns}
    return polars.DataFrame(values, schema={name: kinds[kind] for name, kind, _ in columns})
