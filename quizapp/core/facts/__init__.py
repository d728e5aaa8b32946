"""The fact language: YAML text to a bank of claims, or every fault with its place."""
