"""What rules leave alone: unreadable passages, mistakes that a text cites, HTML that is meant."""
