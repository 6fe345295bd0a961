"""OGC API – Features 1.0 (OGC 17-069r4) over the directory, at ``/ogc``."""
