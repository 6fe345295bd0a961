"""The answers of the API as types: they describe the document, and answers are built as them.

Each module holds typed dictionaries and, beside each, the function that makes it of a frozen
answer of the services. pydantic reads them for the document and, in tests, checks real answers
against them; a request is answered with the bytes of what was built, never checked again.
"""
