"""Polybot's own small detector: draws its pictures, learns from them, measures itself, exports itself."""
