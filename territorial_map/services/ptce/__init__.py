"""The PTCE check as every door uses it: texts loaded, members found, the answer as JSON."""
