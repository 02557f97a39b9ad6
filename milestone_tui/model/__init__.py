"""The nouns: what milestone files state, as frozen values. No spans, no clock, no disk.

They are named tuples: making the class costs a sixth, and a value a third, of a frozen dataclass, and `status` must answer
at once.
"""
