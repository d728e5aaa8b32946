"""Settings come from the environment; every fault is named at once."""

from pathlib import Path

import pytest

from quizapp import paths
from quizapp.config import SETTINGS, Config, read_config, settings_in_force
from quizapp.errors import ConfigError


def faults(**environ: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        read_config(environ)
    return str(refused.value).splitlines()


def test_without_any_setting_it_serves_this_machine_from_this_folder():
    assert read_config({"PATH": "/bin"}) == Config(
        instance=Path.cwd() / "instance",
        host="127.0.0.1",
        port=8000,
        questions=paths.QUESTIONS,
        trusted_proxies=0,
        workers=2,
        database="",
    )


def test_every_setting_is_read(tmp_path):
    config = read_config(
        {
            "QUIZAPP_INSTANCE": str(tmp_path / "data"),
            "QUIZAPP_HOST": "0.0.0.0",  # noqa: S104  # only read, not served
            "QUIZAPP_PORT": "80",
            "QUIZAPP_QUESTIONS": str(tmp_path),
            "QUIZAPP_TRUSTED_PROXIES": "1",
            "QUIZAPP_WORKERS": "4",
            "QUIZAPP_DATABASE": "postgresql://ana:s3cret@db.example/quizapp",
        }
    )

    url = "postgresql://ana:s3cret@db.example/quizapp"
    assert config == Config(tmp_path / "data", "0.0.0.0", 80, tmp_path, 1, 4, url)  # noqa: S104


def test_every_field_has_a_setting_and_every_setting_a_meaning():
    assert [setting.field for setting in SETTINGS] == list(Config.__dataclass_fields__)
    assert all(setting.meaning for setting in SETTINGS)


@pytest.mark.parametrize("port", ["", "0", "65536", "-1", "8000.0", "http", "٨٠", "1e3"])
def test_a_port_is_a_number_of_a_port(port):
    (fault,) = faults(QUIZAPP_PORT=port)

    assert fault.startswith("QUIZAPP_PORT must be a whole number from 1 to 65535")


def test_questions_are_in_a_folder_that_is_there(tmp_path):
    (fault,) = faults(QUIZAPP_QUESTIONS=str(tmp_path / "nowhere"))

    assert fault.startswith("QUIZAPP_QUESTIONS must be a folder")


@pytest.mark.parametrize("name", ["QUIZAPP_INSTANCE", "QUIZAPP_HOST"])
def test_an_empty_setting_is_refused(name):
    assert faults(**{name: " "}) == [f"{name} must not be empty."]


def test_an_unknown_setting_is_refused_with_the_one_that_was_meant():
    (fault,) = faults(QUIZAPP_PROT="8000")

    assert fault == "QUIZAPP_PROT is not a setting: did you mean QUIZAPP_PORT?"


def test_all_faults_are_named_at_once():
    named = [fault.split()[0] for fault in faults(QUIZAPP_PORT="x", QUIZAPP_A="1", QUIZAPP_B="2")]

    assert named == ["QUIZAPP_A", "QUIZAPP_B", "QUIZAPP_PORT"]


def test_a_folder_may_be_named_from_home():
    config = read_config({"QUIZAPP_INSTANCE": "~/quizzes"})

    assert config.instance == Path.home() / "quizzes"


def test_a_value_may_stand_in_a_file(tmp_path):
    (tmp_path / "port").write_text("8123\r\n", "utf-8")

    config = read_config({"QUIZAPP_PORT_FILE": str(tmp_path / "port")})

    assert config.port == 8123


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_may_stand_in_a_file(tmp_path, setting):
    (tmp_path / "value").write_text(setting.default, "utf-8")

    config = read_config({f"{setting.name}_FILE": str(tmp_path / "value")})

    assert config == read_config({})


def test_a_file_that_is_not_there_is_named(tmp_path):
    (fault,) = faults(QUIZAPP_HOST_FILE=str(tmp_path / "nowhere"))

    assert fault == (
        f"QUIZAPP_HOST cannot be read from the file {tmp_path / 'nowhere'}: "
        "No such file or directory."
    )


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "value").write_bytes(b"\xff")

    (fault,) = faults(QUIZAPP_HOST_FILE=str(tmp_path / "value"))

    assert fault.endswith("it is not UTF-8.")


def test_a_wrong_value_in_a_file_names_the_variable_of_the_file(tmp_path):
    (tmp_path / "port").write_text("http", "utf-8")

    (fault,) = faults(QUIZAPP_PORT_FILE=str(tmp_path / "port"))

    assert fault.startswith("QUIZAPP_PORT_FILE must be a whole number")


def test_a_setting_given_twice_is_refused(tmp_path):
    (fault,) = faults(QUIZAPP_PORT="1", QUIZAPP_PORT_FILE=str(tmp_path / "port"))

    assert fault == "QUIZAPP_PORT is set, and so is QUIZAPP_PORT_FILE: unset one of them."


def test_a_file_of_an_unknown_setting_is_refused():
    assert faults(QUIZAPP_PROT_FILE="x")[0].startswith("QUIZAPP_PROT_FILE is not a setting")
    assert faults(QUIZAPP_FILE="x")[0].startswith("QUIZAPP_FILE is not a setting")


def test_what_is_in_force_says_where_it_comes_from(tmp_path):
    (tmp_path / "port").write_text("8123", "utf-8")

    found = settings_in_force({"QUIZAPP_PORT_FILE": str(tmp_path / "port"), "QUIZAPP_WORKERS": "3"})

    told = {one.setting.field: (one.value, one.origin) for one in found}
    assert list(told) == list(Config.__dataclass_fields__)
    assert told["port"] == ("8123", "QUIZAPP_PORT_FILE")
    assert told["workers"] == ("3", "QUIZAPP_WORKERS")
    assert told["host"] == ("127.0.0.1", "")


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://",
        "postgresql://ana:s3cret@db.example",
        "postgresql://ana:s3cret@db.example/",
        "postgresql://ana:s3cret@db.example:http/quizapp",
        "postgresql://ana:s3cret@[db/quizapp",
        "postgres://ana:s3cret@db.example/quizapp",
        "postgresql+psycopg://ana:s3cret@db.example/quizapp",
        "mysql://ana:s3cret@db.example/quizapp",
        "sqlite:///s3cret.db",
        "s3cret.db",
    ],
)
def test_a_database_is_postgresql_or_none_and_a_refusal_tells_no_password(given):
    assert faults(QUIZAPP_DATABASE=given) == [
        "QUIZAPP_DATABASE must be postgresql://user:password@host/name, "
        "or empty for a file in the instance folder."
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("", ""),
        ("postgresql://ana@db/quizapp", "postgresql://ana@db/quizapp"),
        ("postgresql://db/quizapp", "postgresql://db/quizapp"),
        ("postgresql://ana:s3cret@db/quizapp", "postgresql://ana:***@db/quizapp"),
        ("postgresql://ana:s3c@s3cret@db:5433/quizapp", "postgresql://ana:***@db:5433/quizapp"),
        ("postgresql://ana@db/quizapp?password=s3cret", "postgresql://ana@db/quizapp"),
    ],
)
def test_the_password_of_a_database_is_never_printed(given, shown):
    (found,) = (
        one.value
        for one in settings_in_force({"QUIZAPP_DATABASE": given})
        if one.setting.field == "database"
    )

    assert found == shown
    assert "s3cret" not in repr(read_config({"QUIZAPP_DATABASE": given}))
