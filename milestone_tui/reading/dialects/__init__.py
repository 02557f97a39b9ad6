"""The dialects as data: how each marks itself, and the words it writes."""
