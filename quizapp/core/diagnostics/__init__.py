"""Diagnostics: what a sound set leaves to do, each with a code, a place, a reason and a hint."""
