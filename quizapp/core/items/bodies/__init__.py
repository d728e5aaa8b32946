"""Bodies of items: what is printed beside the stem, what the key is, and how each claim is proved.

A new sort of body is one file here.
"""
