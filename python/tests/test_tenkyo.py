"""The package over the real program: `pytest python/tests`, with TENKYO_WORKSPACE naming the workspace of `tenkyo demo`."""

import os
from datetime import date

import pandas
import polars
import pytest

import tenkyo

TEXT = "ロシアのペスコフ報道官は14日の会見で「派兵の情報は事実ではない」と述べた。北朝鮮は9月、砲弾1000発をロシアに供与した。"


@pytest.fixture(scope="module", params=["pandas", "polars"])
def frames(request):
    return request.param


@pytest.fixture(scope="module")
def story(frames):
    return tenkyo.open(os.environ["TENKYO_WORKSPACE"], frames=frames)


def test_reads_a_text(frames):
    analysis = tenkyo.read(TEXT, published=date(2024, 10, 15), frames=frames)
    assert analysis.record["schema"] == "tenkyo.analysis/1"
    said = analysis.records("statements")
    assert any(row["speaker"] and "ペスコフ" in row["speaker"] and "派兵の情報" in row["text"] for row in said), said
    assert "2024-10-14" in list(analysis.times()["value"])
    assert 1000 in list(analysis.quantities()["min"])


def test_every_table_is_a_frame(story, frames):
    library = {"pandas": pandas, "polars": polars}[frames]
    for name in story.TABLES:
        frame = getattr(story, name)()
        assert isinstance(frame, library.DataFrame)
        assert len(frame) == len(story.records(name)) > 0, name
        assert list(frame.columns) == list(story.records(name)[0])


def test_columns_have_types(story, frames):
    transfers = story.transfers()
    types = [str(transfers[name].dtype) for name in ("giver", "min", "documents", "date_first")]
    expected = {"pandas": ["string", "Float64", "Int64", "datetime64[s]"], "polars": ["String", "Float64", "Int64", "Date"]}
    assert types == expected[frames]
    assert all(isinstance(row["roots"], list) for row in story.records("transfers"))


def test_words_are_those_of_the_articles(story):
    texts = {row["source"]: row["text"] for row in story.records("articles")}
    for row in story.records("words"):
        assert texts[row["document"]][row["start"]:row["end"]] == row["text"]


def test_parquet_gives_the_same_frame(story, tmp_path):
    path = tmp_path / "statements.parquet"
    path.write_bytes(story.export("parquet", "statements"))
    assert list(pandas.read_parquet(path)["id"]) == list(story.statements()["id"])


def test_errors_are_python_errors(tmp_path):
    with pytest.raises(OSError):
        tenkyo.open(tmp_path)
    with pytest.raises(KeyError):
        tenkyo.read(TEXT).table("verdicts")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="write one of pandas, polars"):
        tenkyo.open(tmp_path, frames="arrow")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no date"):
        tenkyo.read(TEXT, published="yesterday")
    analysis = tenkyo.read(TEXT, published="2024-10-15T09:00:00+09:00")
    with pytest.raises(KeyError, match="verdicts"):
        analysis.export("verdicts")  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        analysis.export("csv")
    assert tenkyo.read("").records("statements") == []
    assert tenkyo.read("\x00\u202e<b>&").records("statements") == []
