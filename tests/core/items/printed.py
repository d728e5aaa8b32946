"""How dates, numbers and names print, told backwards, without any code of the printer."""

import re

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_of(hole, printed):
    words = printed.split()
    if not words or not words[-1].isdigit():
        return []
    iso = words[-1]
    if len(words) > 1:
        if words[-2] not in _MONTHS:
            return []
        iso += f"-{_MONTHS.index(words[-2]) + 1:02}"
    if len(words) > 2:
        iso += f"-{int(words[-3]):02}"
    precision = {"year": 1, "month": 2, "day": 3}.get(hole, len(words))
    return [iso] if len(words) == precision else []


def number_of(printed):
    found = re.fullmatch(r"([+-]?[0-9][0-9,]*(?:\.[0-9]+)?)(?:%| .+)?", printed)
    return [found[1].replace(",", "")] if found else []


def names_of(entity, form):
    for name in (entity.name, *(other.text for other in entity.also_called)):
        if form == "name":
            yield name
        elif form == "a":
            yield name if entity.plural else f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
        elif form is None:
            yield f"the {name}" if entity.the else name
    if form is None:
        yield entity.name
