"""Local partner lists: who could do what around an organisation or a place."""
