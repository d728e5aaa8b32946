"""Lints: rules that a finished item must keep so that nothing but knowledge answers it.

They read the printed item and trust none of the precautions of the kind that made it.
"""

from quizapp.core.items.lints.register import LINTS, Lint, complaints, first_complaint

__all__ = ["LINTS", "Lint", "complaints", "first_complaint"]
