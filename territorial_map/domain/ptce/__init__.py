"""The check of a group against the texts on PTCEs: pure rules, nothing is read here."""
