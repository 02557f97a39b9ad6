"""The folder on disk: find, read, watch, lock, write, journal. The only room that touches disk."""
