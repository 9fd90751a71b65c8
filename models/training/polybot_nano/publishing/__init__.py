"""Everything that is shown to others: the model file, its settings, its card, its pictures."""
