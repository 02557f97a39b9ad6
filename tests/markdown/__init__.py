"""Tests of the markdown room."""
