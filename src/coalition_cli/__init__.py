"""Who said what, where, and can it be trusted."""
