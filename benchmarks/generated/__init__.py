"""Clean Chinese text of many origins, damaged with known truth.

Nothing here imports the package that is measured: what damage is, and what clean text is, is said a second
time, by other means. `benchmarks.restoration` runs the tools and scores them.
"""
