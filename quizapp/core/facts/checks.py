"""Checks on entities that need all of them: references, cycles, names, declared opposites."""

from typing import Literal

from quizapp.core.facts.circles import on_circles
from quizapp.core.facts.desk import Desk
from quizapp.core.facts.entity import Entity, Section
from quizapp.core.facts.naming import MEMBERS
from quizapp.core.facts.tree import Path

_Link = Literal["part_of", "overlaps", "same_as", "maybe_same", "apart", "kind_of"]
_LINKS: tuple[_Link, ...] = ("part_of", "overlaps", "same_as", "maybe_same", "apart", "kind_of")


def check_entities(desk: Desk) -> None:
    """Note dangling links, cycles of parts, names taken twice and links that exclude each other."""
    for entity in list(desk.entities.values()):
        path: Path = (entity.section.value, entity.id)
        for link in _LINKS:
            for index, other in enumerate(getattr(entity, link)):
                at = _at(desk, (*path, link), index)
                if other == entity.id:
                    desk.fault(at, f'"{other}" cannot be linked with itself: remove it')
                else:
                    desk.entity(other, {entity.section}, at)
        if entity.of is not None:
            desk.entity(entity.of, {Section.PLACES, Section.ORGS, Section.GROUPS}, (*path, "of"))
        members: Path = (*path, "members")
        for index, other in enumerate(entity.members):
            desk.entity(other, MEMBERS, _at(desk, (*members, "list"), index))
        for index, other in enumerate(entity.not_members):
            desk.entity(other, MEMBERS, _at(desk, (*members, "not"), index))
        if entity.apart:
            _check_opposites(desk, entity, path)
    _check_cycles(desk)
    _check_names(desk)


def check_former_slugs(desk: Desk) -> None:
    """Note former slugs that are in use: their history would go on in two places."""
    for former, slug in desk.renamed.items():
        if former in desk.facts or former in desk.entities or former in desk.questions:
            desk.fault(
                _of_slug(desk, slug),
                f'"{slug}" was "{former}", but that is in use again: choose another slug for it',
            )


def _of_slug(desk: Desk, slug: str) -> Path:
    sections = ("facts", "questions", *(section.value for section in Section))
    paths: list[Path] = [(section, slug, "was") for section in sections]
    return next(filter(desk.plain.has, paths), ())


def _at(desk: Desk, path: Path, index: int) -> Path:
    return (*path, index) if desk.plain.has((*path, index)) else path


def _check_opposites(desk: Desk, entity: Entity, path: Path) -> None:
    linked = {*entity.part_of, *entity.overlaps, *entity.same_as}
    for other in entity.apart:
        held = desk.entities.get(other)
        back = {*held.part_of, *held.overlaps, *held.same_as} if held else set()
        if other in linked or entity.id in back:
            desk.fault(
                (*path, "apart"),
                f'"{entity.id}" and "{other}" cannot be apart and linked too: keep one of them',
            )


def _check_cycles(desk: Desk) -> None:
    parts = {one.id: one.part_of for one in desk.entities.values() if one.part_of}
    circles = on_circles(parts)
    for entity in desk.entities.values():
        if entity.id in circles:
            path: Path = (entity.section.value, entity.id, "part_of")
            desk.fault(path, f'"{entity.id}" would be a part of itself: break the circle')


def _check_names(desk: Desk) -> None:
    """One name for two things of a section would make every item that prints it ambiguous."""
    first: dict[tuple[Section, str], Entity] = {}
    for entity in desk.entities.values():
        key = (entity.section, " ".join(entity.name.casefold().split()))
        other = first.setdefault(key, entity)
        if other is not entity and other.id not in {*entity.same_as, *entity.maybe_same}:
            desk.fault(
                (entity.section.value, entity.id, "name"),
                f'"{entity.name}" is the name of "{other.id}" too: '
                "tell them apart, or declare same_as",
            )
