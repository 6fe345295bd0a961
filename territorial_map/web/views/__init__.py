"""Views: pure functions from what services answer to components; no query, no state."""
