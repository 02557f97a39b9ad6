"""Which of a project's own words is written for a status or a level, and how it is spelled."""

from __future__ import annotations

import re

from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.status_words import status_of
from milestone_tui.reading.vocabulary.lexicon import Lexicon
from milestone_tui.text.fold import fold


def own_words(kind: str, lexicon: Lexicon) -> tuple[str, ...]:
    """All of the project's own words of a kind (`status`, `level`), in the order of the configuration."""
    return tuple(word for words in lexicon.written.get(kind, {}).values() for word in words)


def own_word(kind: str, canonical: str, said: str, old: str, lexicon: Lexicon) -> str:
    """The word to write where `old` stands: the one that was `said`, else the first for `canonical`; empty for one of ours.

    Ours are written where the old value is one of ours although the project has a word of its own for it. A symbol takes
    the place of symbols only, a word that of words.
    """
    written = lexicon.written.get(kind)
    if not written:
        return ""
    candidates = _alike(written.get(canonical, ()), old)
    for word in candidates:
        if fold(word) == fold(said):
            return word
    return candidates[0] if candidates and _speaks_so(kind, old, lexicon) else ""


def _alike(words: tuple[str, ...], old: str) -> list[str]:
    """Those that can stand where `old` does: symbols for symbols, else words."""
    wordy = _has_words(old) or not old.strip()
    return [word for word in words if _has_words(word) == wordy]


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _speaks_so(kind: str, old: str, lexicon: Lexicon) -> bool:
    value, own = (
        (status_of(old, lexicon), lexicon.own_statuses) if kind == "status" else (level_of(old, lexicon), lexicon.own_levels)
    )
    if not _alike(lexicon.written[kind].get(value or "", ()), old):
        return True
    head = re.search(r"\w", old)
    return own is not None and (own.match(old, head.start() if head else 0) is not None)


def spelled(word: str, like: str) -> str:
    """`word` with the capitals of `like`, unless the configuration gives it capitals of its own."""
    if word != word.lower():
        return word
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
