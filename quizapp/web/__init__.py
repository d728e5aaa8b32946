"""The pages: routes, forms, headers and errors. What they show comes from services as views."""
