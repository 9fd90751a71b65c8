"""How well the detector detects."""
