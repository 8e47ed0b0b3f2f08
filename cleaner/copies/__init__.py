"""What stands in a text twice, and which of the two is a copy that nobody wrote."""
