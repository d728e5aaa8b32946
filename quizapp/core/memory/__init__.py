"""Memory: what a learner still knows of a slot, told by the responses. Pure; times are arguments.

One memory for each (learner, slot), whatever the question form. The log of reviews is the truth: a
memory is what replaying the log gives (``replay``), and is only kept beside it to save that work.
"""
