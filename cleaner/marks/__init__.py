"""Which half-width marks stand where Chinese prose has full-width ones."""
