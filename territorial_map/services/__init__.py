"""Use cases, called alike by the web pages, the API and the command line."""
