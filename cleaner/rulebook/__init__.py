"""Rule files: found, read strictly, examined, put in order."""

from cleaner.rulebook.load import default_rules, load_rules
from cleaner.rulebook.places import builtin_digest, rules_folder

__all__ = ["builtin_digest", "default_rules", "load_rules", "rules_folder"]
