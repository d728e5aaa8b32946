"""Sets of the database: made, changed, published, shown to others, reached by links."""
