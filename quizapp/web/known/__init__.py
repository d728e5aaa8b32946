"""What a learner knows of a set, and of each of its facts."""
