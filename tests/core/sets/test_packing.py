"""A set as a zip: packed, unpacked, and what is refused."""

import io
import zipfile

import pytest

from quizapp.core.sets.packing import packed, unpacked
from quizapp.core.sets.texts import LARGEST_SET, SetTexts, faults_of, ill_named, placed
from quizapp.errors import FormatError

SET = SetTexts(
    "set: small\n", {"seeds/report.md": "[p1] Été.\n", "questions/rows/a.csv": "subject,object\n"}
)


def zipped(**files: bytes | str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()


def test_a_set_comes_back_from_its_zip():
    assert unpacked("small.zip", packed("small", SET)) == SET


def test_the_same_set_gives_the_same_bytes():
    again = SetTexts(SET.yaml, dict(reversed(SET.files.items())))

    assert packed("small", SET) == packed("small", again)


def test_a_zip_lies_as_on_a_disk():
    names = zipfile.ZipFile(io.BytesIO(packed("small", SET))).namelist()

    assert names == ["questions/small.yaml", "questions/rows/a.csv", "seeds/report.md"]


def test_the_yaml_alone_is_a_set():
    assert unpacked("small.yaml", b"\xef\xbb\xbfset: small\r\n") == SetTexts("set: small\n")


@pytest.mark.parametrize(
    "files",
    [
        {"mine/questions/small.yaml": "set: small\n", "mine/seeds/report.md": "x"},
        {"small.yaml": "set: small\n", "report.md": "x"},
        {"mine/small.yaml": "set: small\n", "mine/seeds/report.md": "x"},
        {
            "questions/small.yaml": "set: small\n",
            "seeds/report.md": "x",
            "__MACOSX/seeds/._report.md": "\0",
            "seeds/.DS_Store": "\0",
        },
    ],
    ids=["in a folder", "flat", "flat in a folder", "with debris"],
)
def test_a_zip_may_be_made_in_several_ways(files):
    assert unpacked("a.zip", zipped(**files)) == SetTexts("set: small\n", {"seeds/report.md": "x"})


def test_a_table_beside_the_yaml_stays_beside_it():
    found = unpacked("a.zip", zipped(**{"small.yaml": "set: small\n", "rows.csv": "a,b\n"}))

    assert found.files == {"questions/rows.csv": "a,b\n"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.docx", b"PK no zip", "give a zip, or the YAML file"),
        ("a.zip", b"PK\x05\x06" + b"\0" * 18, "no YAML file"),
        ("a.zip", zipped(**{"a.yaml": "a", "b.yaml": "b"}), "2 YAML files: pack one"),
        ("a.zip", zipped(**{"a.yaml": b"\xff\xfe"}), "not UTF-8"),
        ("a.yaml", b"set: \xff", "not UTF-8"),
        ("a.zip", zipped(**{f"seeds/{n}.md": "x" for n in range(102)}), "more than 100 files"),
    ],
)
def test_what_is_no_set_is_refused(name, content, reason):
    with pytest.raises(FormatError, match=reason):
        unpacked(name, content)


def test_what_is_packed_a_thousand_times_smaller_is_refused_before_it_is_unpacked():
    bomb = zipped(**{"questions/a.yaml": "a" * (LARGEST_SET + 1)})
    assert len(bomb) < 100_000

    with pytest.raises(FormatError, match="unpacked it is more than"):
        unpacked("a.zip", bomb)


def test_a_zip_that_lies_about_its_size_is_not_read_further():
    content = bytearray(zipped(**{"questions/a.yaml": "a" * (LARGEST_SET + 1)}))
    for size in (LARGEST_SET + 1,):
        real, told = size.to_bytes(4, "little"), (10).to_bytes(4, "little")
        content = content.replace(real, told)

    with pytest.raises(FormatError, match="damaged"):
        unpacked("a.zip", bytes(content))


def test_a_damaged_zip_is_refused():
    whole = packed("small", SET)
    at = whole.index(b"set: small") if b"set: small" in whole else 60

    with pytest.raises(FormatError, match="damaged"):
        unpacked("a.zip", whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :])


@pytest.mark.parametrize(
    "name",
    [
        "../etc/passwd",
        "seeds/../../x",
        "/seeds/x",
        "seeds",
        "seeds/",
        "other/x.md",
        "seeds//x",
        "seeds/a b.md",
        "seeds/.hidden",
        "seeds/a/b/c/d.md",
        "seeds/" + "x" * 90,
        "seeds/x\n.md",
    ],
)
def test_a_name_that_leads_elsewhere_is_ill(name):
    assert ill_named(name)


@pytest.mark.parametrize("name", ["seeds/report.md", "questions/alba/works.csv", "seeds/A-1_b.txt"])
def test_a_plain_name_is_not(name):
    assert ill_named(name) is None


def test_a_zip_that_climbs_out_is_told_so_when_it_is_read():
    found = unpacked("a.zip", zipped(**{"a.yaml": "x", "seeds/../../../etc/x.md": "x"}))

    assert [reason for _, reason in faults_of(found)]


@pytest.mark.parametrize(
    ("given", "stands"),
    [
        ("report.md", "seeds/report.md"),
        ("rows.CSV", "questions/rows.CSV"),
        ("C:\\me\\report.txt", "seeds/report.txt"),
        ("questions/x/rows.csv", "questions/x/rows.csv"),
    ],
)
def test_a_file_is_put_where_it_belongs(given, stands):
    assert placed(given) == stands


def test_too_much_is_told_all_at_once():
    large = SetTexts("x" * 1_000_001, {"seeds/a.md": "y" * 2_000_001, "oops": ""})

    found = dict(faults_of(large))

    assert set(found) == {"", "seeds/a.md", "oops"}
