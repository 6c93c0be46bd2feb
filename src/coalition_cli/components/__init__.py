"""spaCy components, registered by entry points: structure, names, attributions, figures, countries."""
