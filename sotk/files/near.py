"""The remedy for a word that is not known."""

from difflib import get_close_matches

from sotk.locale import Message, msg


def did_you_mean(word: str, known: tuple[str, ...]) -> Message:
    """The remedy for a word that is not known: the nearest ones, or all there are."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return msg("Did you mean {word}?", word=close[0])
    return msg("Known here: {words}.", words=known)
