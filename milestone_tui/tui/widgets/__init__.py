"""Widgets that draw lines of text with style names. They know nothing of milestones."""
