"""For each lint items that keep it, and flawed ones with a word of the complaint.

Those of items with parts stand in ``examples_of_lists``.
"""

from fractions import Fraction

from quizapp.core.facts.claim import Claim
from quizapp.core.items.item import Item
from tests.core.items.handmade import bank, choosing, dating, item, naming, option, stating, typing
from tests.core.items.lints.examples_of_lists import LISTS, Examples

WHO = "Who opened the fair?"
QUOTES = [fact.quote for fact in bank().facts.values() if getattr(fact, "quote", None)]
AUTHORS = (option("True", right=True), option("False"))


def ordering(*pairs: tuple[str, str]) -> Item:
    """Return an item whose options say which of two events came before the other."""
    options = [
        option(f"{a} before {b}", Claim("before", a, b), right=index == 0)
        for index, (a, b) in enumerate(pairs)
    ]
    return item("Which order is right?", *options)


#: For each lint: sound items, and flawed ones with a word of the complaint.
OPTIONS: Examples = {
    "negated": (
        [
            stating(Claim("took_part", "fair", "asha"), "Asha Rao took part in the fair."),
            item("She said “We did not go”.", *AUTHORS, format="true_false"),
        ],
        [
            (
                stating(
                    Claim("took_part", "fair", "asha", holds=False),
                    "Asha Rao did not take part in the fair.",
                ),
                "denial",
            ),
            (item("Asha Rao didn't open it.", *AUTHORS, format="true_false"), "denial"),
            (item("Peru is not a member.", *AUTHORS, format="true_false"), "denial"),
        ],
    ),
    "above": (
        [choosing("Which?", "ports", "roads", "the hills above the town")],
        [
            (choosing("Which?", "All of the above", "ports", "roads"), "All of the above"),
            (choosing("Which?", "ports", "roads", "None of these."), "None of these"),
        ],
    ),
    "absolutes": (
        [choosing("Which?", "“We never left.”", "“We came.”"), choosing("Which?", "Alloy", "tin")],
        [
            (choosing("Which?", "that he always left", "that he came"), "always"),
            (item("Every ship was sold.", *AUTHORS, format="true_false"), "Every"),
        ],
    ),
    "stem_article": (
        [choosing("Which animal is it?", "ant", "bee"), choosing("It ended with “a”", "b", "c")],
        [
            (choosing("This animal is an:", "ant", "bee"), '"an"'),
            (choosing("It was a ____ of the coast.", "port", "island"), '"an"'),
        ],
    ),
    "weekday": (
        [choosing("Who said “See you on Friday”?", "Asha Rao", "Dev Nair")],
        [
            (choosing("Who came on Friday?", "Asha Rao", "Dev Nair"), "Friday"),
            (choosing("When?", "Sunday, 2 May", "3 May"), "Sunday"),
        ],
    ),
    "key_length": (
        [
            choosing(WHO, "Asha Rao", "Bela Sen", "Dev"),
            choosing(WHO, "Bela Sena", "Asha Rao", "Dev Nair"),
            choosing(WHO, "Asha", "Bartholomew"),
            choosing(WHO, "ports", "roads", "rivers", right=(0, 1)),
        ],
        [
            (choosing(WHO, "Bartholomew Rao", "Asha Rao", "Dev Nair"), "longer"),
            (choosing(WHO, "Rao", "Asha Rao", "Dev Nair"), "shorter"),
            (choosing(WHO, "a long answer", "another long one", "x", right=(0, 1)), "longer"),
        ],
    ),
    "quotation_length": (
        [choosing(WHO, *(f"“{quote}”" for quote in QUOTES[:2]), f"“{QUOTES[0]}”")],
        [(choosing(WHO, *(f"“{quote}”" for quote in QUOTES[:2]), "“We go.”"), "“We go.”")],
    ),
    "quotation_end": (
        [
            choosing(WHO, "“We go.”", "“You stay.”", "“They come”"),
            choosing(WHO, "“We go.”", "“No”"),
        ],
        [
            (choosing(WHO, "“We go.”", "“You stay”", "“They come”"), "final stop"),
            (choosing(WHO, "“We go”", "“You stay.”", "“They come.”"), "final stop"),
        ],
    ),
    "option_order": (
        [dating("In which month?", "fair", "2020-01", "2020-02", "2020-03", right=(2,))],
        [(dating("In which month?", "fair", "2020-03", "2020-01", "2020-02"), "order")],
    ),
    "opposites": (
        [
            ordering(("talks", "fair"), ("fair", "talks")),
            ordering(("talks", "fair"), ("march", "talks"), ("fair", "march")),
        ],
        [
            (ordering(("talks", "fair"), ("fair", "talks"), ("march", "fair")), "opposites"),
            (choosing("What?", "it rose", "it did rise", "it did not rise"), "opposites"),
        ],
    ),
    "agreement": (
        [
            naming("“We opened ____.”", "covered", "fair", "talks", "fair"),
            naming("The ____ are held in May.", "covered", "fair", "talks"),
            naming("____ is held in May.", "covered", "fair", "fair", "march"),
        ],
        [
            (naming("The ____ was held in May.", "covered", "fair", "fair", "talks"), "Rao-Sen"),
            (naming("Where are ____?", "covered", "fair", "talks", "march"), "harvest march"),
        ],
    ),
    "article": (
        [naming("Which?", "party", "fair", "us", "uk", "peru")],
        [
            (
                item(
                    "Which?",
                    option("the United States", Claim("party", "fair", "us"), right=True),
                    option("United Kingdom", Claim("party", "fair", "uk")),
                ),
                "United Kingdom",
            )
        ],
    ),
    "one_frame": (
        [naming(WHO, "took_part", "fair", "asha", "bela", "dev")],
        [
            (
                item(
                    WHO,
                    option("Asha Rao", Claim("took_part", "fair", "asha"), right=True),
                    option("Mayor Dev Nair", Claim("took_part", "fair", "dev")),
                ),
                "Mayor Dev Nair",
            )
        ],
    ),
    "one_kind": (
        [
            naming("Which?", "covered", "fair", "trade", "health"),
            dating("When?", "fair", "2020-03", "2020-04"),
        ],
        [
            (naming("Which?", "covered", "fair", "trade", "arctic"), "kinds"),
            (naming("Which?", "party", "fair", "peru", "asha"), "kinds"),
            (dating("When?", "fair", "2020-03", "2021"), "exact"),
        ],
    ),
    "shared_alias": (
        [naming(WHO, "took_part", "fair", "asha", "bela", "dev")],
        [(naming(WHO, "took_part", "fair", "asha", "bela", "ela"), "sen")],
    ),
    "near_options": (
        [
            choosing("What?", "it rose", "it did not rise", "trade ties", "ties of trade"),
            choosing("What?", "fair before march", "march before fair", "C", "C++", "a", "an"),
        ],
        [
            (choosing("What?", "the port was opened", "ports opened", "roads"), "ports opened"),
            (choosing("How many?", "1,000", "1000.0", "20"), "1000.0"),
            (choosing("What?", "Trade ties.", "the trade-ties", "x"), "Trade ties."),
        ],
    ),
    "guess_value": (
        [
            choosing("Which?", "ports", "roads", "rivers"),
            choosing("Which?", "a", "b", "c", right=(0, 1), guess=Fraction(1, 7)),
            ordering(("talks", "fair"), ("fair", "talks")),
            stating(Claim("took_part", "fair", "asha"), "Asha Rao took part in the fair."),
            typing("Who?", "Asha Rao", guess=Fraction(0)),
        ],
        [
            (choosing("Which?", "ports", "roads"), "once in 2"),
            (choosing("Which?", "ports", "roads", "rivers", guess=Fraction(1, 4)), "1/4"),
            (choosing("Which?", "a", "b", "c", right=(0, 1)), "1/7"),
            (typing("Who?", "Asha Rao"), "stored"),
        ],
    ),
    "key_words": (
        [
            choosing("Which port did he visit?", "port of Lima", "port of Callao"),
            choosing("Did he tell us where?", "US", "UK"),
        ],
        [
            (choosing("Which visits to ports were there?", "the port", "the road"), "port"),
            (choosing("Which of the trade ties?", "tie", "road", "river", right=(0, 1)), "tie"),
        ],
    ),
    "key_alias": (
        [
            naming("Who thanked Bela Sen?", "took_part", "fair", "asha", "bela"),
            typing("Who opened the Raoul bridge?", "Asha Rao", "Rao"),
            naming("Who helped us?", "party", "fair", "us", "uk"),
        ],
        [
            (naming("Who spoke at the Rao talks?", "took_part", "fair", "asha", "bela"), "Rao"),
            (naming("Who hosted the US team?", "party", "fair", "us", "uk"), "US"),
            (typing("Who opened the Rao bridge?", "Asha Rao", "Rao"), "Rao"),
        ],
    ),
    "revealing_name": (
        [
            naming("Who held the talks in Lima?", "took_part", "talks", "asha", "bela"),
            naming("Who were the parties to the Rao-Sen talks?", "party", "talks", "us", "uk"),
        ],
        [
            (naming("Who held the Rao-Sen talks?", "took_part", "talks", "dev", "ela"), "particip"),
            (naming("Where were the talks in Lima?", "place", "talks", "peru", "us"), "place"),
            (
                stating(Claim("took_part", "talks", "dev"), "Dev Nair held the Rao-Sen talks."),
                "participants",
            ),
        ],
    ),
    "fragment": (
        [
            choosing(f"Who said “{QUOTES[0]}”?", "Asha Rao", "Dev Nair"),
            choosing("Who said “deeply worried”, that the floods worry her?", "Asha", "Dev"),
        ],
        [
            (choosing("Who said “deeply  worried”?", "Asha Rao", "Dev Nair"), "gist"),
            (choosing("What did she say?", "“deeply worried”", "“I go”"), "fragment"),
        ],
    ),
    "overlap": (
        [
            naming("Which?", "covered", "fair", "trade", "health"),
            naming("Which?", "covered", "fair", "trade", "ports", right=(0,)),
            dating("When?", "fair", "2020-03", "2020-04"),
            choosing("How many?", "10–20", "21–30", "31 to 1,000", "2023-10 to 12"),
        ],
        [
            (naming("Which?", "covered", "fair", "trade", "tariffs"), "overlap"),
            (naming("Which?", "covered", "fair", "trade", "ports", right=(0, 1)), "overlap"),
            (dating("When?", "fair", "2020", "2020-04"), "share"),
            (choosing("How many?", "10–20", "15 to 25", "30–40"), "share numbers"),
        ],
    ),
}

#: Every example there is, by the name of its lint.
EXAMPLES: Examples = {
    name: (
        [*OPTIONS.get(name, ([], []))[0], *LISTS.get(name, ([], []))[0]],
        [*OPTIONS.get(name, ([], []))[1], *LISTS.get(name, ([], []))[1]],
    )
    for name in OPTIONS.keys() | LISTS.keys()
}
