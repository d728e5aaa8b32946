"""Passwords that are common: words that people take, in the ways in which they change them.

A list of the commonest ones is nearly all made of few words, walks over the keyboard, and runs of
digits, with figures and signs around and some letters written as figures. These are recognised by
how they are made, so that all forms of them are, and not only those that a list has.
"""

from typing import Final

_WORDS: Final = """
password passwort passphrase passcode pass secret letmein welcome login signin access admin
administrator root user guest test tester testing default changeme master hello monkey dragon
tiger lion eagle panther falcon phoenix shadow ninja samurai wolf bear horse dog cat puppy kitty
bunny dolphin butterfly football baseball basketball soccer hockey cricket tennis golf kabaddi
chess sunshine rainbow flower rose lily daisy summer winter spring autumn monsoon january
february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday superman batman spiderman ironman pokemon pikachu
naruto starwars matrix gandalf merlin princess prince queen king lord angel devil heaven god
jesus krishna ganesh shiva ram allah buddha lakshmi saibaba omsairam jaishriram hanuman iloveyou
loveyou lovely love lover mylove forever friend friends family mother father mommy daddy mummy
papa sister brother baby babygirl michael jennifer jordan michelle daniel andrew joshua charlie
thomas robert william george jessica ashley nicole amanda matthew anthony hannah samantha
alexander maggie rahul rohit amit ankit deepak priya pooja neha sachin virat dhoni kohli raja
rani sunil sanjay vijay suresh ramesh mahesh anil kumar singh sharma gupta patel khan india
bharat delhi mumbai bombay chennai kolkata bangalore hyderabad pune america london freedom
liberty whatever trustno nothing computer internet google facebook instagram whatsapp youtube
twitter samsung iphone android windows microsoft linux apple orange banana mango chocolate
cookie coffee pepper ginger sugar honey cheese pizza music guitar piano rock metal player gamer
games hunter killer ranger soldier captain mustang ferrari porsche mercedes yamaha honda suzuki
harley blue green red yellow purple black white silver golden diamond crystal money lucky happy
smile cool super power star moon sun sky school college student teacher exam study class upsc
bank
"""
#: Words that stand at the core of common passwords, in small letters.
WORDS: Final = frozenset(_WORDS.split())
#: Rows, columns and blocks of keyboards, and the alphabet: walked in either direction.
_WALKS: Final = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "azertyuiop",
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qazwsxedcrfvtgbyhnujm",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb",
    "789456123",
    "147258369",
)
_LEET: Final = str.maketrans("@4301!|5$7+8", "aaeoiiissttb")


def is_common(password: str) -> bool:
    """Return whether a password is among what is tried first."""
    plain = password.casefold()
    letters = {
        "".join(sign for sign in form if sign.isalpha())
        for form in (plain, plain.translate(_LEET), _core(plain).translate(_LEET))
    }
    return (
        len(set(plain)) <= 2
        or _repeats(plain)
        or any(_is_walked(form) for form in (plain, _core(plain)) if form)
        or _is_figures(plain)
        or any(_is_words(one) for one in letters if one)
    )


def _core(plain: str) -> str:
    """Return a password without the figures and signs around its letters."""
    return plain.strip("0123456789!@#$%^&*()_+-=.,?/\\|~` ")


def _repeats(plain: str) -> bool:
    """Return whether it is one short thing again and again."""
    return any(
        plain == (plain[:length] * (len(plain) // length + 1))[: len(plain)]
        for length in range(1, min(4, len(plain) // 2) + 1)
    )


def _is_walked(plain: str) -> bool:
    """Return whether it consists of walks of at least three keys each."""
    walks = [*_WALKS, *(walk[::-1] for walk in _WALKS)]
    rest = plain
    while rest:
        length = next(
            (
                size
                for size in range(len(rest), 2, -1)
                if any(rest[:size] in walk for walk in walks)
            ),
            0,
        )
        if not length:
            return False
        rest = rest[length:]
    return True


def _is_figures(plain: str) -> bool:
    """Return whether it is a day, a telephone number or the like: ten figures and no more."""
    figures = "".join(sign for sign in plain if sign.isdigit())
    others = [sign for sign in plain if not sign.isdigit() and sign not in "-/. +"]
    return not others and len(figures) <= 10


def _is_words(letters: str) -> bool:
    """Return whether it is one common word, or two of them, or one twice."""
    if letters in WORDS:
        return True
    return any(
        letters[:place] in WORDS and letters[place:] in WORDS for place in range(2, len(letters))
    )
