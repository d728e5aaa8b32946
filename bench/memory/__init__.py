"""How well memories schedule and forecast: simulated learners, and one real log of reviews."""
