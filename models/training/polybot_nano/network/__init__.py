"""The detector: a narrow YOLOv5 (arXiv 2012.12259 names the C3 ancestor CSP; SPPF, PAN neck, three heads)."""
