"""The terminal itself: what is sent to it, what comes from it, and what happens when it goes away. Knows no panels."""
