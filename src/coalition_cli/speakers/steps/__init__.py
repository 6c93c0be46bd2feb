"""The steps from a source in place to its speakers, one a module; `speakers/resolve.py` has their order."""
