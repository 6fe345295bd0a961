"""What documents on paper are made of: fonts, templates, tagged PDF, the parts of a DOCX."""
