"""The pages of territories: their index, and the portrait of each."""
