"""What follows from the facts: true, false or unknown, and why in words."""
