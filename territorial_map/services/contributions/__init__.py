"""Contributions: received, reviewed, told in the history of a page, and given to builds."""
