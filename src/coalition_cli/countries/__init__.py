"""Which countries a text names, and how: by name, adjective, people, capital, group or misspelling."""
