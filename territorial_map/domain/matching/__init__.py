"""Rows of somebody's list matched to the directory: what agrees, how sure it is, what to say."""
