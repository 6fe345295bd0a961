"""The columns of an edition: what every visitor asks, answered without a statement.

The door, for the services:

- ``folder.open_columns`` maps those that stand beside an edition's file, ``<id>.columns``;
  ``writing.put_columns`` makes them, ``making.made_columns`` in memory;
- ``edition_columns.EditionColumns`` says whom a resolved selection keeps (``kept``), how many
  (``totals``), and how many have each value of each filter (``counts``);
- ``ordering.page_rows`` and ``nearest_rows`` give the rows of a list in each order;
- ``cells.drawn_cells`` the cells of a map.

``Selection.keeps`` and ``queries`` define; ``tests/store/test_columns.py`` holds these to the same
answers. Only numpy is needed: masks of a million organisations cost tenths of a millisecond.
"""
