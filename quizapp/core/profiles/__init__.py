"""Exam profiles: how a kind of exam prints its items, which it has, and how it marks them."""
