"""The pages that the law asks for: who publishes, what becomes of personal data, accessibility."""
