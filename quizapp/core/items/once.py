"""What a bank alone determines, computed when first needed and kept as long as the bank is.

For indexes that many items use: each is made once for a set, however many quizzes are drawn.
"""

from collections.abc import Callable, MutableMapping
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from quizapp.core.facts.bank import Bank
from quizapp.core.proof.kernel import Kernel
from quizapp.core.proof.structure import Structure

_T = TypeVar("_T")


def once_a_bank(make: Callable[[Bank], _T]) -> Callable[[Bank], _T]:
    """Return the function with its value kept for each bank.

    The value must not hold the bank itself, or both would stay for ever.
    """
    kept: MutableMapping[Bank, _T] = WeakKeyDictionary()

    @wraps(make)
    def known(bank: Bank) -> _T:
        if (value := kept.get(bank)) is None:
            value = kept[bank] = make(bank)
        return value

    return known


@once_a_bank
def kernel_of(bank: Bank) -> Kernel:
    """Return the kernel of a bank."""
    return Kernel.of_bank(bank)


def structure_of(bank: Bank) -> Structure:
    """Return the structure of a bank."""
    return kernel_of(bank).structure
