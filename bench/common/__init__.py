"""What the benchmarks share: how they measure and how they say it. ``make bench`` runs them."""
