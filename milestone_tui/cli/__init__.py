"""The commands. Data goes to stdout, talk to stderr; Textual is imported only when the dashboard starts."""
