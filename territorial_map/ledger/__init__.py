"""The small writable store: what operators decide for everyone."""
