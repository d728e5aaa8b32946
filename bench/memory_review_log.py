"""How well the core forecasts one learner's real log of card reviews (docs/memory.md).

The log is read where it lies beside the project, or from the path that is given.
"""

import argparse
from pathlib import Path

from bench.memory.review_log import said
from tests.shared_fixtures import FOLDER


def main() -> None:
    """Print the figures, or what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("log", nargs="?", type=Path, default=FOLDER / "memory" / "review-log.csv")
    path = parser.parse_args().log
    if path.is_file():
        print("\n".join(said(path)))
    else:
        print(f"Nothing is measured: the log of reviews is not at {path}")


if __name__ == "__main__":
    main()
