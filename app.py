"""The door: ``python app.py`` serves the pages and the API on the configured address."""

from territorial_map.hosting.running import run
from territorial_map.settings import settings

if __name__ == "__main__":
    run(settings())
