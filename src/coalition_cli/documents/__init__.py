"""Bytes to documents, and documents to blocks: everything that happens before grammar."""
