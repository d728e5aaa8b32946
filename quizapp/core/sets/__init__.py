"""Sets as their authors write them: texts with a name each, compared, joined and packed."""
