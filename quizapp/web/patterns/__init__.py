"""Every part of the design in every state; for those who work on it."""
