"""The fields that say which questions of which set, in every form that lets one choose them."""

from collections.abc import Iterable
from typing import Final

from wtforms import Field, StringField
from wtforms.validators import Length

from quizapp.core.items.wanted import Level, Sort
from quizapp.core.profiles.profile import Profile
from quizapp.services.views import OptionView, SetCard
from quizapp.web.forms import StrictForm, one_of, rows

_ALL: Final = "all"
_LENGTHS: Final = (5, 10, 20)
_SORTS: Final = {
    Sort.MIXED: "Mixed",
    Sort.CARDS: "Cards only",
    Sort.TYPED: "Typed answers only",
}
_LEVELS: Final = {Level.MIXED: "Mixed", Level.EASIER: "Easier", Level.HARDER: "Harder"}


class ChoosingForm(StrictForm):
    """Which questions of which set."""

    set_id = StringField()
    title = StringField(default="", validators=[Length(max=200)])
    length = StringField(default="10")
    sort = StringField(default=Sort.MIXED.value)
    level = StringField(default=Level.MIXED.value)
    exam = StringField()

    _offered: tuple[set[str], set[str]] = (set(), set())

    def offer(self, sets: Iterable[SetCard], exams: Iterable[Profile]) -> None:
        """Refuse in ``validate`` what is not among these."""
        self._offered = {one.id for one in sets}, {one.id for one in exams}

    def titled(self, title: str) -> str:
        """Return the title that was typed; that of the set, where none was."""
        return " ".join((self.title.data or "").split()) or title

    @property
    def size(self) -> int | None:
        """How many questions; None for as many as can stand together."""
        return None if self.length.data == _ALL else int(self.length.data)

    # --- what is offered ---

    def sets(self, cards: Iterable[SetCard]) -> tuple[OptionView, ...]:
        """The sets to choose from."""
        return rows(self.set_id, ((one.id, one.title) for one in cards))

    def exams(self, exams: Iterable[Profile]) -> tuple[OptionView, ...]:
        """The exams to choose from."""
        return rows(self.exam, ((one.id, one.name) for one in exams))

    @property
    def lengths(self) -> tuple[OptionView, ...]:
        """How many questions there may be."""
        return rows(self.length, (*((str(one), str(one)) for one in _LENGTHS), (_ALL, "All")))

    @property
    def sorts(self) -> tuple[OptionView, ...]:
        """Which sort of questions."""
        return rows(self.sort, ((one.value, text) for one, text in _SORTS.items()))

    @property
    def levels(self) -> tuple[OptionView, ...]:
        """How hard they are."""
        return rows(self.level, ((one.value, text) for one, text in _LEVELS.items()))

    # --- what is refused ---

    def validate_set_id(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, self._offered[0], "Choose a set")

    def validate_exam(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, self._offered[1], "Choose an exam")

    def validate_length(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (*map(str, _LENGTHS), _ALL), "Choose how many questions")

    def validate_sort(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (one.value for one in _SORTS), "Choose which sort of questions")

    def validate_level(self, field: Field) -> None:
        """Refuse what is not offered."""
        one_of(field, (one.value for one in _LEVELS), "Choose how hard they shall be")
