"""The import contracts hold, and each would notice a breach."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.project import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

#: For each contract: a file, and an import that it may not have.
BREACHES = {
    "layers": ("quizapp/core/items/item.py", "import quizapp.services.views"),
    "core-layers": ("quizapp/core/text/answers.py", "import quizapp.core.facts.claim"),
    "core-is-pure": ("quizapp/core/proof/verdict.py", "import sqlalchemy"),
    "flask-only-in-web": ("quizapp/services/views/quiz.py", "import flask"),
    "web-asks-services": ("quizapp/cli/items.py", "import quizapp.store.base"),
    "kinds-independent": (
        "quizapp/core/items/kinds/first.py",
        "import quizapp.core.items.kinds.office",
    ),
    "no-anki": ("quizapp/store/memories.py", "import anki"),
}


def lint_imports(project: Path, contract: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-logo", "--no-cache", "--contract", contract],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "quizapp", tmp_path / "quizapp", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("contract", BREACHES)
def test_a_forbidden_import_is_noticed(project: Path, contract: str) -> None:
    file, breach = BREACHES[contract]
    clean = lint_imports(project, contract)

    with (project / file).open("a") as source:
        source.write(f"\n{breach}\n")
    broken = lint_imports(project, contract)

    assert clean.returncode == 0, clean.stdout
    assert broken.returncode == 1
    assert "Contracts: 0 kept, 1 broken." in broken.stdout


def test_every_contract_has_its_breach() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")

    assert sorted(BREACHES) == sorted(
        line.split('"')[1] for line in text.splitlines() if line.startswith("id = ")
    )
