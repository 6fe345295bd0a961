"""The file formats of a list: a folder each, with its one ``Format``, writer and reader."""
