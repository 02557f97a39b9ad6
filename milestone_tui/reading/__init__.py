"""Blocks become nouns here: one tolerant grammar, a module a noun, vocabularies as data."""
