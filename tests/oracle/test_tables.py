"""The oracle reads tables as the specification has them, without our code."""

import dataclasses

from tests.oracle.reader import read_set
from tests.tables import BORDERS, CAPITALS, PLACES, YAML


def test_a_table_says_what_its_rows_say_when_written_out(tmp_path):
    (tmp_path / "t").mkdir()
    for name, text in (("places", PLACES), ("capitals", CAPITALS), ("borders", BORDERS)):
        (tmp_path / "t" / f"{name}.csv").write_text(text)
    (tmp_path / "small.yaml").write_text(YAML)
    (tmp_path / "plain.yaml").write_text(
        YAML.replace("{rows: t/capitals.csv}", "[[nor-town, nordia], [sud-town, sudia]]").replace(
            "{rows: t/borders.csv}",
            "{nordia: {list: [sudia, ost], complete: yes}, sudia: {list: [nordia], not: [isla]}, "
            "ost: {list: [nordia]}, isla: {complete: yes}}",
        )
    )

    small, plain = read_set(tmp_path / "small.yaml"), read_set(tmp_path / "plain.yaml")

    assert dataclasses.replace(small, path=plain.path) == plain
    assert small.entities["nordia"].aliases == ("Norland", "The North")
