"""Possible partnerships of an organisation, in its panel."""
