"""What the drawing, the start and the diary cost, each as a ratio of two things measured in turn on one computer."""
