"""Drawn pictures on disk, and how they are changed on their way to the network."""
