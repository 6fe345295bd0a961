"""Partners of an organisation and strongest partnerships of a territory, with their reasons."""
