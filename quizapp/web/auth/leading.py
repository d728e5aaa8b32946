"""Where somebody is led after signing in: to a page of this site, and nowhere else."""

import re
from typing import Final

#: A path of ours: one slash at its beginning, no backslash that browsers take for one, nothing
#: that ends a header.
_PATH: Final = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f-\x9f]*")


def safe_path(wanted: str, otherwise: str) -> str:
    """Return an address if it is a path of this site, else another."""
    return wanted if _PATH.fullmatch(wanted) else otherwise
