"""Statistics of items: what responses say of them. Pure; responses are arguments."""
