"""Classes: their pages for teachers and for learners."""
