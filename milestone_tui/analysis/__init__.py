"""What follows from the facts of a project on a given day. Pure functions: no clock, no text, no styles."""
