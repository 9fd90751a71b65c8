"""YOLOv5's assignment and loss, and the loop around them."""
