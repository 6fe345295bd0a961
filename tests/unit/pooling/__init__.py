"""Laws of pooling partnerships and of their rule files."""
