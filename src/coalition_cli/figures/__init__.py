"""Numbers and ranges that state something: value, bound, unit and what is counted, read off the text."""
