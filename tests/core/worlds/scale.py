"""How large a random world is, and the names its things bear. Names share no words."""

from dataclasses import dataclass

from quizapp.core.facts.entity import Section

NAMES: dict[Section, tuple[str, ...]] = {
    Section.PEOPLE: (
        *("Asha Rao", "Bela Sen", "Chand Roy", "Dev Nair"),
        *("Ela Khan", "Farid Das", "Gita Paul", "Hari Jain"),
    ),
    Section.ORGS: ("Salt Guild", "Rail Union", "Boat Trust"),
    Section.PLACES: ("Northland", "Eastmark", "Westford", "Southby", "Midvale", "Farholm"),
    Section.GROUPS: ("Green Bench", "Stone Circle"),
    Section.OFFICES: ("Harbour Master", "Chief Justice", "Court Poet", "Town Surveyor"),
    Section.MEDIA: ("open letter", "radio talk", "press note", "video call"),
    Section.EVENTS: (
        *("spring summit", "autumn forum", "winter gala", "harvest feast"),
        *("night parade", "jubilee regatta"),
    ),
    Section.TOPICS: (
        *("irrigation", "fisheries", "forestry", "railways", "vaccines"),
        *("textiles", "tourism", "housing", "quarries", "carpentry"),
    ),
    Section.TERMS: ("sluice", "byre", "tithe", "weir"),
}
#: What each term means.
MEANINGS = (
    "a gate that holds back water",
    "a house in which cattle sleep",
    "a tenth of what a field gives",
    "a wall that lifts a river a little",
)

#: Quotations with two holes for topics; and some without, each with what it says.
WITH_TOPICS = (
    "Nobody in this valley will forget {} or the promise of {}.",
    "Our children deserve {} as much as they deserve {}.",
    "Most villages should hear of {} and judge {} themselves.",
    "Farmers have waited ten years for {} and more for {}.",
    "Nothing helps this coast more than {} joined with {}.",
    "Honest traders want {} settled and {} left alone.",
)
PLAIN = (
    ("The winter was long and the bread was dear, yet we stayed.", "that the winter was long"),
    ("Our grandparents built the old bridge with their own hands.", "that the bridge was old"),
    ("Tomorrow the bells will ring for those who came back late.", "that the bells will ring"),
    ("We counted the lamps along the quay and found them few.", "that the lamps were few"),
    ("You may keep the keys, but the garden belongs to them.", "that the garden was theirs"),
    ("Rivers do not ask anybody which way they ought to run.", "that rivers run as they like"),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """How much there is of what.

    Attributes:
        things: how many of a section; fewer organisations, groups and offices, and more topics,
            for some faults show only among many links. At most as many as there are names.
        statements: how many; at most ``len(WITH_TOPICS)``.
        links: how many part-of, overlap and may-be-the-same links there are of each sort per
            section, relative to its size.
        told: the chance that something true is told.
        closed: the chance that a list is told to be complete.
    """

    things: int = 5
    statements: int = 4
    links: float = 0.4
    told: float = 0.7
    closed: float = 0.6

    def names(self, section: Section) -> tuple[str, ...]:
        """Return the names of the things of a section."""
        few = section in (Section.ORGS, Section.GROUPS, Section.OFFICES)
        many = section is Section.TOPICS
        count = max(2, self.things // 2) if few else self.things + 3 * many
        return NAMES.get(section, ())[:count]
