"""What an author can do about a complaint of each lint, in one line."""

from typing import Final

HINTS: Final[dict[str, str]] = {
    "negated": "write what is so; where it is not so, let the key be: no",
    "guess_value": "add wrong options, or make it a statement to be judged true or false",
    "list_length": "ask for three to five rows or entries, two to four statements",
    "code_leak": "choose other codes, so that each part has to be known",
    "above": "name what is meant, or leave the option out",
    "absolutes": "say how much, how often or for whom, or leave the word out",
    "stem_article": 'begin with "Which …", or write "a(n)"',
    "weekday": "leave the day of the week out, or quote the words that name it",
    "key_length": "make a wrong option as long, or what is right as short, as the others",
    "quotation_length": "choose quotations of like length",
    "quotation_end": "end all quotations with a stop, or none",
    "option_order": "write dates and numbers in their order",
    "opposites": "give the other options opposites too, or leave one of the two out",
    "agreement": "word the stem so that one or several may fit",
    "article": 'write "the" before all names that take it, or before none',
    "one_frame": "write bare names only, or no bare name",
    "one_kind": "choose wrong options of the sort of what is right",
    "shared_alias": "replace one of the two",
    "near_options": "replace one of the two, or make clear how they differ",
    "key_words": "leave the word out of the stem, or put it into every option",
    "row_words": "use another name for the row or for its target",
    "key_alias": "leave the name out of the stem",
    "revealing_name": "use a name that does not answer it: also_called",
    "fragment": "quote a whole sentence, or print what it says beside it",
    "overlap": "choose options that share nothing",
    "independence": "replace one of the statements",
    "near_duplicate": "keep one of the two questions, or ask for something else",
}
