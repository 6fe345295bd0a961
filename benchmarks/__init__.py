"""Measures of speed, memory and quality, each against a baseline in the same run."""
