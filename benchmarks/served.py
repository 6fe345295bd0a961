"""The application on editions: ``python -m benchmarks.served FOLDER PORT [unlimited]``."""

import sys
from pathlib import Path

import uvicorn

from territorial_map.bootstrap import create_application
from territorial_map.settings import Settings


def main() -> None:
    """Serve until terminated."""
    folder, port, *more = sys.argv[1:]
    most = 100_000 if "unlimited" in more else 60
    settings = Settings(editions=Path(folder), port=int(port), exports_per_minute=most)
    application = create_application(settings, ahead=True)
    uvicorn.run(application, host="127.0.0.1", port=int(port), log_level="error")


if __name__ == "__main__":
    main()
