"""Use cases: one function, one transaction, frozen views out."""
