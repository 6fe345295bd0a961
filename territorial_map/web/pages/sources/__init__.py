"""The page « Sources et licences »."""
