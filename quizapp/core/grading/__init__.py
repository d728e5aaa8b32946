"""Scores: from a response to an exact fraction."""
