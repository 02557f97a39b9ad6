"""Edits of one file's bytes, planned and proven, without a disk."""
