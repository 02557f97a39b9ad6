"""A terminal dashboard over milestone Markdown files: read tolerantly, write exactly."""

__version__ = "0.1.0"
