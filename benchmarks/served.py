"""The application on the editions of a folder: ``python -m benchmarks.served FOLDER PORT``."""

import sys
from pathlib import Path

import uvicorn

from territorial_map.bootstrap import create_application
from territorial_map.settings import Settings


def main() -> None:
    """Serve until terminated."""
    folder, port = sys.argv[1:]
    application = create_application(Settings(editions=Path(folder), port=int(port)))
    uvicorn.run(application, host="127.0.0.1", port=int(port), log_level="error")


if __name__ == "__main__":
    main()
