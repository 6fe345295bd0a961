"""What the project knows, read once for all tests."""

from territorial_map.services.knowledge.loading import load_knowledge
from territorial_map.services.script_modules import read_modules
from territorial_map.settings import data_folder

KNOWLEDGE = load_knowledge(data_folder("data"), data_folder("assets"))
SCRIPT = read_modules(data_folder("assets"))
