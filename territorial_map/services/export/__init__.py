"""Lists that leave the app: columns, query in words, CSV and XLSX in bounded memory."""
