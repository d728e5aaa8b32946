"""Response formats: how one answers, what a response is worth."""
