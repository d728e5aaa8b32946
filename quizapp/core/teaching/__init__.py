"""Classes and what they are assigned: codes, windows, deadlines. Moments are arguments."""
