"""What stands on a page before any answer: the shell, the header, the screen's regions."""
