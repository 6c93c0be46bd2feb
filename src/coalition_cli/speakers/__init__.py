"""Who may speak in a document, and who speaks: names, roles, resolution, one person across documents."""
