"""Pages for whoever runs the place: people, sets, settings, the log."""
