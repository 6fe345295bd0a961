"""Good practices as every page tells them: wording, links, filters."""
