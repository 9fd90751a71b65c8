"""Everything that turns a random generator into a picture with boxes."""
