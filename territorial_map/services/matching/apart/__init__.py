"""Lists that anyone sends, read in a process of its own under hard limits.

A hostile file can abort a parser, fill memory or run for minutes: what it takes down is the process
that reads it, never the one that answers. The body goes in by a pipe and a bounded answer comes
back; nothing touches the disk, and nothing of the parent's environment goes in.
"""
