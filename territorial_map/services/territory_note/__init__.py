"""The note of a territory: what a developer takes to a meeting, and the sheet to correct there."""
