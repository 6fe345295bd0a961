"""Pure functions from a selection to a SQL statement; nothing here can run one."""
