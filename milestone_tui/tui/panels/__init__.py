"""The panels: one question each. They post wishes and get values."""
