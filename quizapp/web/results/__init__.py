"""Finished quizzes: the result and the history."""
