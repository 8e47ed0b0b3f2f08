"""What single characters are or should be: script, disguise, wrong encoding."""
