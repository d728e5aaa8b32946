"""Text as such: folding, sentences, frames of wording."""
