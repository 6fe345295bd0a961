"""Map and directory of territorial cooperation between French social-economy organisations."""
