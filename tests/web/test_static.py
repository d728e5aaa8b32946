"""Static files: one stylesheet, names that change with the content, compression."""

import gzip
from pathlib import Path

from quizapp import paths
from quizapp.web.assets import FOR_AUTHORS, STYLESHEETS, Assets
from tests.web.conftest import Start
from tests.web.visitor import Answer, Visitor


def stylesheet(visitor: Visitor, **headers: str) -> Answer:
    home = visitor.get("/")
    return visitor.get(home.page.one("link", rel="stylesheet")["href"], **headers)


def test_a_page_takes_one_stylesheet_and_at_most_one_script(as_ana: Visitor, start: Start) -> None:
    page = as_ana.get(f"{start()}/1").page

    assert len(page.all("link", rel="stylesheet")) == 1
    assert len(page.all("script")) == 1


def test_the_stylesheet_joins_all_parts_in_order(visitor: Visitor) -> None:
    body = stylesheet(visitor).body

    places = [body.index((paths.STATIC / "css" / name).read_bytes()) for name in STYLESHEETS]
    assert places == sorted(places)


def test_where_sets_are_written_there_is_one_with_all_of_them(desk: Visitor) -> None:
    body = desk.get(desk.get("/teach/sets").page.one("link", rel="stylesheet")["href"]).body

    places = [body.index((paths.STATIC / "css" / name).read_bytes()) for name in FOR_AUTHORS]
    assert places == sorted(places)
    assert sorted(FOR_AUTHORS) == sorted(path.name for path in paths.STATIC.glob("css/*"))


def test_files_are_compressed_for_those_who_read_it(visitor: Visitor) -> None:
    plain = stylesheet(visitor)
    packed = stylesheet(visitor, **{"Accept-Encoding": "gzip, br"})

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert packed.headers["Content-Type"] == "text/css; charset=utf-8"


def test_a_first_visit_of_a_question_is_under_25_kb(as_ana: Visitor, start: Start) -> None:
    page = as_ana.get(f"{start()}/1")
    links = [page.page.one("link", rel="stylesheet")["href"], page.page.one("script")["src"]]
    files = [as_ana.get(link, **{"Accept-Encoding": "gzip"}) for link in links]

    assert sum(len(one.body) for one in [page, *files]) < 25_000


def test_another_content_is_another_name(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    for name in FOR_AUTHORS:
        (tmp_path / "css" / name).write_text("")
    before = Assets(tmp_path).urls["quizapp.css"]
    (tmp_path / "css" / FOR_AUTHORS[0]).write_text("a{}")

    assert Assets(tmp_path).urls["quizapp.css"] != before


def test_an_unknown_file_is_not_found(visitor: Visitor) -> None:
    for name in ("quizapp.css", "quizapp.000000000000.css", "..%2fapp.py", "%00"):
        assert visitor.get(f"/static/{name}").status == 404
