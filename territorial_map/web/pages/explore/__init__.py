"""The main screen: filters, list and map."""
