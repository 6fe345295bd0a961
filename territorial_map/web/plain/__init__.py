"""What a reader without JavaScript, a robot or a link preview gets: plain HTML from the server."""
