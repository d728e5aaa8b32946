"""Items: questions as shown, made from proved claims."""
