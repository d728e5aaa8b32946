"""quizapp: curated facts become questions whose keys are proved."""
