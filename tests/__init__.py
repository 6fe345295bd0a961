"""Tests of the map and directory of territorial cooperation."""
