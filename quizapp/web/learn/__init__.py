"""From the sets to a started quiz."""
