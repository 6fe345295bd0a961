"""Documents of headings, paragraphs and tables, as HTML, PDF or DOCX."""
