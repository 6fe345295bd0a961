"""The door: ``python app.py`` serves the pages and the API on the configured address."""

import uvicorn

from territorial_map.bootstrap import create_application
from territorial_map.settings import settings

if __name__ == "__main__":
    chosen = settings()
    uvicorn.run(create_application(chosen), host=chosen.host, port=chosen.port)
