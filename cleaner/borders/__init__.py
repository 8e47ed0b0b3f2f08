"""Whether a sentence goes on across a border between lines, and what stood there."""
