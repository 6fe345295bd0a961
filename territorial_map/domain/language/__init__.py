"""The product's two languages: sentences in both, and how each writes numbers, dates, distances."""
