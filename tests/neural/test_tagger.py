"""The shipped tagger: finds plain cases, slices back, survives any text, refuses altered weights."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition_cli.errors import CoalitionError, ModelError
from coalition_cli.neural import Tagger
from coalition_cli.neural.marks import mark_states
from coalition_cli.neural.tagger import WEIGHTS, sections


def found(tagger, text):
    return [
        (
            tuple(text[s:e] for s, e in one.content),
            text[slice(*one.source)] if one.source else None,
            one.form,
        )
        for one in tagger.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("“The bridge opens in May,” said Ann Novak, the mayor.", ("The bridge opens in May,",), "Ann Novak"),
        ("Ann Novak said that the bridge opens in May.", ("that the bridge opens in May",), "Ann Novak"),
        ('"We waited," the chief said. "Then it rained."', ("We waited,", "Then it rained."), "the chief"),
        ("🎉🎉 ‘We will come back,’ Müller told reporters.", ("We will come back,",), "Müller"),
    ],
)
def test_plain_attributions(tagger, text, content, source):
    contents, sources, _ = zip(*found(tagger, text), strict=True)
    assert content in contents
    assert source in sources[contents.index(content)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t",
        "The bridge is 300 metres long and was built in 1931.",
        "🎉" * 2000,
        "“" * 500,
        "a" * 5000,
    ],
)
def test_nothing_to_find(tagger, text):
    assert tagger.find(text) == []


_TEXT = st.text(st.sampled_from("ab said he “”\"'’\n.,🎉é𝔘\u200d\x00\r"), max_size=120)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=80), _TEXT))
def test_any_text_gives_spans_inside_it_in_order(tagger, text):
    for one in tagger.find(text, floor=0.0):
        assert 0.0 <= one.score <= 1.0
        assert one.content
        assert list(one.content) == sorted(one.content)
        for start, end in (*one.content, *filter(None, (one.cue, one.source))):
            assert 0 <= start < end <= len(text)


def test_offsets_count_code_points_after_a_long_start(tagger):
    sentence = "“We agree,” said Maria Lind, the minister."
    text = "🎉 The bridge was built in 1931 and is 300 metres long.\n\n" * 60 + sentence
    (one,) = [c for c in tagger.find(text) if c.content[0][0] > len(text) - len(sentence)]
    assert text[slice(*one.content[0])] == "We agree,"


def test_a_higher_floor_finds_less(tagger):
    text = "Anna Novak said that the bridge will open in May. Critics doubt the plan."
    assert len(tagger.find(text, floor=1.0)) < len(tagger.find(text, floor=0.0))


def test_sections_cover_a_text_of_one_line():
    text = "word " * 100_000
    parts = list(sections(text))
    assert "".join(text[s:e] for s, e in parts) == text
    assert max(e - s for s, e in parts) <= 60_000


def test_sections_end_with_a_line_where_there_is_one():
    text = "word " * 8_000 + "\n" + "word " * 8_000
    assert [text[s:e][-2:] for s, e in sections(text)] == [" \n", "d "]


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(WEIGHTS, tmp_path / "weights")


def test_altered_weights_are_refused(copy):
    data = bytearray((copy / "tagger.onnx").read_bytes())
    data[len(data) // 2] ^= 1
    (copy / "tagger.onnx").write_bytes(bytes(data))
    with pytest.raises(ModelError, match="altered") as caught:
        Tagger.load(copy)
    assert isinstance(caught.value, CoalitionError)
    assert "tagger.onnx" in str(caught.value)


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "tagger.onnx"])
def test_missing_weights_are_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(ModelError, match=name):
        Tagger.load(copy)


def test_config_names_every_file_that_ships():
    config = json.loads((WEIGHTS / "config.json").read_text(encoding="utf-8"))
    assert {p.name for p in WEIGHTS.iterdir()} == {"config.json", *config["sha256"]}
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) < 30_000_000


def test_importing_the_package_imports_no_runtime():
    import subprocess

    code = "import sys, coalition_cli.neural; sys.exit('onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_long_line_of_opening_marks_takes_no_more_than_linear_time():
    begun = time.process_time()
    mark_states("'a " * 20_000)
    assert time.process_time() - begun < 10


def test_nothing_is_written_and_nobody_told(tmp_path):
    """The runtime keeps a device id and queues reports in the user's cache folder unless told not to."""
    script = (
        "from coalition_cli.neural import Tagger; print(len(Tagger.load().find('“No,” said Ann Novak.')))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "ORT_DISABLE_TELEMETRY"}
    environment |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "1"
    assert list(tmp_path.rglob("*")) == []
