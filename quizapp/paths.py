"""Where the folders beside the package are, in a checkout and in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_BESIDE = PACKAGE / "_data"

#: The folder that holds ``questions``, ``seeds``, ``templates`` and ``static``.
ROOT = _BESIDE if _BESIDE.is_dir() else PACKAGE.parent

QUESTIONS = ROOT / "questions"
SEEDS = ROOT / "seeds"
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"
WORDING = PACKAGE / "wording"
PROFILES = PACKAGE / "profiles"
MIGRATIONS = PACKAGE / "store" / "migrations"
