"""Makes the photo model that Polybot ships out of NanoDet-g's published weights, and measures it. See models/MODEL_CARD.md."""
