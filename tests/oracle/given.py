"""Input facts as the solver reads them."""


def given(name: str, *values: str | int) -> str:
    """Return one input fact; texts are quoted."""
    printed = (
        str(v) if isinstance(v, int) else '"' + v.replace("\\", "\\\\").replace('"', '\\"') + '"'
        for v in values
    )
    return f"{name}({','.join(printed)})."
