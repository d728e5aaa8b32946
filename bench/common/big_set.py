"""A large set of facts with its source text, shaped like the bundled one; the same for a seed.

For measuring how long reading takes. The words are made up; what counts is that every rule of the
reader has its work: shapes, ids, citations, quotations, names inside quotations, lists, dates.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

_SYLLABLES = (
    "an ba cor del en fir gal hem is jor kel lum mar nov or pel quil ros sten tal ur ven wil "
    "yor zan "
)
_FILLERS = (
    "about after again along among before beside better during early further gladly having into "
    "joint later mutual nearly often other plainly quickly rather since soon their toward under "
    "until warmly while within without agreed called hoped found heard met noted praised said "
    "saw sought thanked urged voiced welcomed wished work talks plan step road word year week "
    "side "
)
_FIRST_DAY = date(1990, 1, 1)


@dataclass
class _Set:
    rng: Random
    entities: dict[str, dict[str, str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)
    sequence: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    def name(self, words: int) -> str:
        """Return a new name of so many words."""
        while True:
            parts = ("".join(self.rng.choices(_SYLLABLES.split(), k=3)) for _ in range(words))
            name = " ".join(parts).title()
            if name not in self.names:
                self.names.add(name)
                return name

    def one(self, section: str) -> str:
        return self.rng.choice(list(self.entities[section]))

    def some(self, section: str, most: int) -> list[str]:
        return self.rng.sample(list(self.entities[section]), self.rng.randint(1, most))

    def words(self, count: int) -> str:
        return " ".join(self.rng.choices(_FILLERS.split(), k=count))

    def sentence(self, text: str) -> str:
        """Add a sentence to the source and return it; a number makes it unlike all others."""
        self.sentences.append(f"{text}.")
        return text


def write_big_set(folder: Path, facts: int, *, seed: int = 1) -> Path:
    """Write ``questions/big.yaml`` and its source under the folder; return the set's path.

    Of 20 facts 11 are statements, 3 coverages, 3 offices, 2 events and 1 is a sequence. There is
    about one other thing for two facts, and ten lines of YAML for each fact.
    """
    made = _Set(Random(seed))
    _declare(made, facts)
    for number in range(facts):
        _FACTS[number % 20](made, number)
    (folder / "questions").mkdir()
    (folder / "seeds").mkdir()
    (folder / "seeds" / "big.md").write_text(_source(made), "utf-8")
    path = folder / "questions" / "big.yaml"
    path.write_text(_yaml(made), "utf-8")
    return path


def _declare(made: _Set, facts: int) -> None:
    counts = {"people": 10, "orgs": 50, "places": 25, "groups": 100, "media": 500, "offices": 20}
    for section, share in counts.items():
        made.entities[section] = {}
        for number in range(max(3, facts // share)):
            name = made.name(2)
            rest = f", aliases: [{name.split()[1]} {number}]" if number % 2 else ", kind: usual"
            if section == "offices":
                rest += f", of: {made.one('places')}"
            made.entities[section][f"{section}-{number}"] = f"{{name: {name}{rest}}}"
    made.entities["topics"] = {}
    for number in range(max(8, facts // 5)):
        rest = f", overlaps: [topics-{number - 1}]" if number % 3 == 1 else ", plural: yes"
        rest += f", part_of: [topics-{number - 2}]" if number % 3 == 2 else ""
        made.entities["topics"][f"topics-{number}"] = f"{{name: {made.name(2)}{rest}, kind: field}}"
    made.entities["events"] = {}
    for number in range(2):
        made.entities["events"][f"start-{number}"] = f"{{name: {made.name(3)}, the: yes}}"


def _named(made: _Set, section: str, id_: str) -> str:
    return made.entities[section][id_].split("name: ")[1].split(",")[0].rstrip("}")


def _statement(made: _Set, number: int) -> None:
    speaker, topics = made.one("people"), made.some("topics", 3)
    told = " and ".join(_named(made, "topics", topic) for topic in topics)
    quote = f"{made.words(6).capitalize()} {told} {made.words(5)} number {number}"
    made.sentence(f'{_named(made, "people", speaker)} said at that time, "{quote}"')
    made.facts.append(
        f"  statement-{number}:\n"
        f"    says: {speaker}\n"
        f"    in:\n"
        f"      medium: {made.one('media')}\n"
        f"      at: {made.one('events')}\n"
        f'    quote: "{quote}"\n'
        f"    about:\n"
        f"      list: [{', '.join(topics)}]\n"
        f"      complete: yes\n"
        f"    cite:\n"
        f'      report: "said at that time, \\"{quote}"\n'
    )


def _paraphrase(made: _Set, number: int) -> None:
    speaker, topics = made.one("people"), made.some("topics", 2)
    gist = f"that {made.words(9)} in the year’s plan {number}"
    made.sentence(f"{_named(made, 'people', speaker)} said {gist} – and meant it")
    made.facts.append(
        f"  paraphrase-{number}:\n"
        f"    says: [{speaker}]\n"
        f"    of: {made.one('groups')}\n"
        f"    in:\n"
        f"      at: {made.one('events')}\n"
        f"    gist: {gist}\n"
        f"    about:\n"
        f"      list: [{', '.join(topics)}]\n"
        f"    cite:\n"
        f'      report: "{gist} - and meant it"\n'
    )


def _coverage(made: _Set, number: int) -> None:
    topics = made.some("topics", 4)
    told = ", ".join(_named(made, "topics", topic) for topic in topics)
    text = made.sentence(f"The meeting {number} {made.words(4)} talked about {told}")
    made.facts.append(
        f"  coverage-{number}:\n"
        f"    event: {made.one('events')}\n"
        f"    covered:\n"
        f"      list:\n" + "".join(f"        - {topic}\n" for topic in topics) + f"    cite:\n"
        f'      report: "{text}"\n'
        f"      teacher: the lesson of week {number}\n"
    )


def _office(made: _Set, number: int) -> None:
    office, holder = made.one("offices"), made.one("people")
    since = _FIRST_DAY + timedelta(days=number)
    told = f"{_named(made, 'people', holder)} was {_named(made, 'offices', office)}"
    text = made.sentence(f"{told} {made.words(5)} in turn {number}")
    made.facts.append(
        f"  office-{number}:\n"
        f"    office: {office}\n"
        f"    holder: {holder}\n"
        f"    from: {since}\n"
        f"    until: {since + timedelta(days=1)}\n"
        f"    cite:\n"
        f"      report:\n"
        f'        span: "{text}"\n'
        f"        nth: 1\n"
    )


def _event(made: _Set, number: int) -> None:
    name = made.name(3)
    began = _FIRST_DAY + timedelta(days=number)
    text = made.sentence(f"The {name} took place {made.words(5)} on day {number}")
    made.entities["events"][f"event-{number}"] = (
        f"\n    name: {name}\n"
        f"    the: yes\n"
        f"    reveals: [parties]\n"
        f"    began: {began}\n"
        f"    ended: {began + timedelta(days=2)}\n"
        f"    place: {made.one('places')}\n"
        f"    parties: {{list: [{', '.join(made.some('places', 3))}], complete: yes}}\n"
        f"    participants:\n"
        f"      list: [{', '.join(made.some('people', 3))}]\n"
        f'    cite: {{report: "{text}"}}'
    )


def _sequence(made: _Set, number: int) -> None:
    # Later events have later dates: an order by number contradicts none.
    earlier, later = f"event-{number - 10}", f"event-{number - 5}"
    text = made.sentence(f"The one {made.words(6)} came before the other at {number}")
    made.sequence.append(
        f"  - id: order-{number}\n"
        f"    order: [{earlier}, {later}]\n"
        f"    cite:\n"
        f'      report: "{text}"\n'
    )


_CYCLE = (
    "statement coverage paraphrase office statement statement event paraphrase statement office "
    "coverage event statement paraphrase statement office sequence statement coverage paraphrase"
)
_FACTS = [
    {
        "statement": _statement,
        "paraphrase": _paraphrase,
        "coverage": _coverage,
        "office": _office,
        "event": _event,
        "sequence": _sequence,
    }[shape]
    for shape in _CYCLE.split()
]


def _source(made: _Set) -> str:
    """Return the source: its sentences in paragraphs of three."""
    head = "---\ntitle: Made up\npublished: 2023-11\n---\n"
    paragraphs = (
        f"\n[p{number}] {' '.join(made.sentences[start : start + 3])}\n"
        for number, start in enumerate(range(0, len(made.sentences), 3), start=1)
    )
    return head + "".join(paragraphs)


def _yaml(made: _Set) -> str:
    lines = [
        "set: big\ntitle: A large set\n\nsources:\n"
        "  report: {file: seeds/big.md, kind: report, published: 2023-11, label: the report}\n"
        "  teacher: {kind: teacher knowledge, label: the lesson}\n"
    ]
    for section, entries in made.entities.items():
        lines.append(f"\n{section}:\n")
        lines += [f"  {id_}: {entry}\n" for id_, entry in entries.items()]
    return "".join([*lines, "\nsequence:\n", *made.sequence, "\nfacts:\n", *made.facts])
