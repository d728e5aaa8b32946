"""What the app gives to its requests: one value, made at the start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flask import current_app

from quizapp.library.loader import Library
from quizapp.services.difficulty import Observations
from quizapp.services.fitting import Fitting
from quizapp.services.run import Store
from quizapp.web.assets import Assets

EXTENSION = "quizapp"


@dataclass(frozen=True, slots=True)
class Context:
    """What every request may use.

    Attributes:
        instance: the folder of all data.
        observations: how hard items are by what was answered so far.
        fitting: fits learners' own weights, off the requests.
        now: the clock, aware UTC.
    """

    store: Store
    library: Library
    assets: Assets
    instance: Path
    observations: Observations
    fitting: Fitting
    now: Callable[[], datetime]


def context() -> Context:
    """Return the context of the app that serves this request."""
    found: Context = current_app.extensions[EXTENSION]
    return found
