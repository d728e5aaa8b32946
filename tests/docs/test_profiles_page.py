"""docs/profiles.md: its examples go through the real reader, its tables say what the files say."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp import paths
from quizapp.cli.items import items
from quizapp.core.profiles.profile import Profile
from quizapp.errors import FormatError
from quizapp.library.profile_schema import ProfileEntry
from quizapp.library.profiles import load_profiles
from tests.architecture.project import ROOT

PAGE = (ROOT / "docs" / "profiles.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"^```(\w+ \w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
SHIPPED = re.findall(r"^\| `([\w-]+)` \| (.+) \| (\d) \| (\S+) \| (\S+) \| (\S+) \|$", PAGE, re.M)
FIELDS = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| .+ \| (.+) \|$", PAGE, re.MULTILINE)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the one that the page speaks of."""
    for folder in ("questions", "seeds"):
        (tmp_path / folder).mkdir()
    name = "india-us-2plus2-2023"
    (tmp_path / "questions" / f"{name}.yaml").write_text(
        (paths.QUESTIONS / f"{name}.yaml").read_text("utf-8"), "utf-8"
    )
    (tmp_path / "seeds" / f"{name}.md").write_text(
        (paths.SEEDS / f"{name}.md").read_text("utf-8"), "utf-8"
    )
    (tmp_path / "profiles").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "profiles" / "school.yaml"


def test_the_example_is_a_profile_and_is_asked_under(school: Path) -> None:
    school.write_text(BLOCKS["yaml profile"], "utf-8")

    printed = CliRunner().invoke(
        items, ["questions/india-us-2plus2-2023.yaml", "--profile", "school"]
    )

    profile = load_profiles(school.parent)["school"]
    assert printed.exit_code == 0, printed.output
    assert "[who_said, choice]" in printed.output
    assert "typed" not in printed.output
    assert (profile.options, profile.lettering, profile.marks.wrong) == (3, "(i)", Fraction(-1, 4))


def test_the_example_that_is_refused_has_the_faults_that_the_page_shows(school: Path) -> None:
    school.write_text(BLOCKS["yaml refused"], "utf-8")

    with pytest.raises(FormatError) as error:
        load_profiles(Path("profiles"))

    assert str(error.value) == BLOCKS["text faults"].strip()


def test_the_table_of_what_ships_says_what_the_files_say() -> None:
    told = [
        (id_, name, int(options), *map(Fraction, marks)) for id_, name, options, *marks in SHIPPED
    ]

    assert told == [
        (one.id, one.name, one.options, one.marks.right, one.marks.wrong, one.marks.blank)
        for one in load_profiles().values()
    ]


def test_every_field_stands_in_the_table_with_what_holds_without_it() -> None:
    told = {
        field: default
        for fields, defaults in FIELDS
        for field, default in zip(
            re.findall(r"`(\w+)`", fields), [*defaults.split(", "), *[""] * 9], strict=False
        )
    }
    classroom = Profile()

    assert set(told) >= set(ProfileEntry.model_fields)
    for field in ("options", "lettering", "numerals", "rows", "targets"):
        assert told[field] == f"`{getattr(classroom, field)}`"
