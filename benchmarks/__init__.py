"""Accuracy and speed on fixtures/, against the peers that are installed, in one run."""
