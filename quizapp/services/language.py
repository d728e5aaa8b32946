"""The language of set files, for the tools that help to write them."""


def schema_of_sets() -> dict[str, object]:
    """Return the JSON Schema of set files."""
    return {}
