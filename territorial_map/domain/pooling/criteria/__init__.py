"""What feasibility is made of: per criterion a module, with its weight, label, reason, lesson."""
