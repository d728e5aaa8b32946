"""How a learner wants to practise."""
