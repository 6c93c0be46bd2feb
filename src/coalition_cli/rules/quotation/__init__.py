"""Rules that start from quotation marks: who says what stands between them, and whether anybody does."""
