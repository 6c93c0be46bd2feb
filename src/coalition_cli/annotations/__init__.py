"""Hand-checked knowledge: schema, anchors, merge, check."""
