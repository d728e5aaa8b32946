"""What templates print is escaped exactly as Jinja's own way does it."""

from fractions import Fraction

import jinja2
import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from quizapp.web.escaping import printed

TEXTS = st.text() | st.text(alphabet="&<>'\"a;#3 ")
VALUES = TEXTS | TEXTS.map(Markup) | st.integers() | st.booleans() | st.none() | st.floats()


class Named(str):
    """A string that says of itself how it stands in a page."""

    def __html__(self) -> str:
        return "<i>named</i>"


@given(VALUES)
def test_a_value_is_printed_as_markupsafe_has_it(value: object) -> None:
    assert str(printed(value)) == str(escape(value))


@pytest.mark.parametrize("value", [Named("<b>"), Fraction(1, 2), object, ["<"], b"<"], ids=repr)
def test_so_is_what_is_neither_text_nor_a_number(value: object) -> None:
    assert str(printed(value)) == str(escape(value))


@pytest.mark.parametrize(
    "source",
    [
        "{{ x }}",
        "{% if x %}{{ x }}{% endif %}{{ x|safe }}{{ x|upper }}{{ x ~ '<' ~ x }}",
        "{% macro m(y) %}{{ y }}{{ caller() }}{% endmacro %}{% call m(x) %}{{ x }}{% endcall %}",
        "{% set s %}<b>{{ x }}</b>{% endset %}{{ s }}{{ s ~ x }}{{ [x, s]|join('&') }}",
        "{% for y in [x, x|e] %}{{ y }}{% endfor %}",
        "{% autoescape false %}{{ x }}{% endautoescape %}{{ x }}",
    ],
)
def test_a_template_prints_the_same_as_with_jinja_alone(app: Flask, source: str) -> None:
    theirs = jinja2.Environment(autoescape=True)
    for value in ("plain", "<script>'\"&</script>", Markup("<b>"), 7):
        ours = app.jinja_env.from_string(source).render(x=value)

        assert ours == theirs.from_string(source).render(x=value)
        assert (
            "<script>" not in ours.replace("{% autoescape", "")
            or "|safe" in source
            or "false" in source
        )


def test_our_pages_are_compiled_so(app: Flask) -> None:
    source = app.jinja_env.compile("{{ x }}", raw=True, name="page.html")

    assert "environment.printed(" in source
    assert "escape(" not in source.split("def root", 1)[1]
