"""The directory brought up to date: official files found, fetched, checked, compared, served."""
