"""The day of an exam, and the plan until then."""
