"""A selection inside another site: the framed page, and the page that makes its snippet."""
