"""Who does it and what is done to whom, in the active and in the passive voice of English."""

from news.substance.cutting import Token
from news.substance.english_turns import NOW, THEN, shape

_PRONOUNS = {"it", "they", "them"}


def voice(tokens: list[Token], place: int) -> str:
    """Whether the verb at a place is active or passive; nothing where it can be no verb."""
    at = place - 1
    while at > 0 and (tokens[at].form.endswith("ly") or tokens[at].form in {"not", "also", "already"}):
        at -= 1
    be = NOW | THEN | {"be", "been", "being"}
    if shape(tokens[place]) == "ed" and at >= 0 and tokens[at].form in be:
        return "passive"
    return (
        "active" if place and shape(tokens[place]) != "ing" and (at < 0 or tokens[at].form not in be) else ""
    )


def parts(tokens: list[Token], place: int, in_voice: str) -> tuple[set[int], set[int]]:
    """Places of those who did it, and of what it was done to."""
    start = end = place
    while start > 0 and not tokens[start].starts:
        start -= 1
    while end + 1 < len(tokens) and not tokens[end + 1].starts:
        end += 1
    left, right = range(start, place), range(place + 1, end + 1)
    if in_voice == "active":
        return set(left), set(right)
    by = next((n for n in right if tokens[n].form == "by"), end)
    stop = next(
        (
            n
            for n in range(by + 1, end + 1)
            if "," in tokens[n].before or tokens[n].form in {"in", "on", "at", "for", "to"}
        ),
        end + 1,
    )
    return set(range(by + 1, stop)), set(left)


def plays_same_part(found, old: int, new: int, in_voice: str, both) -> bool:
    """Whether a word is among those who did it, or among what it was done to, in both texts."""
    del in_voice
    if any(token.light and token.form not in _PRONOUNS for token in (found.before[old], found.after[new])):
        return False
    return any(old in first and new in second for first, second in zip(*both, strict=True))


def is_one_verb(first: Token, second: Token) -> bool:
    """Whether two words may be forms of one verb."""
    return not first.light and "ed" in (shape(first), shape(second)) and bool(first.bases & second.bases)


def nobody_does(found, old: int, new: int, both) -> bool:
    """Whether neither text says who did it: an active sentence always does."""
    del found, old, new, both
    return False


def is_helper(token: Token) -> bool:
    """Whether a word only says when the passive is: all such words are light."""
    return token.light


def names_doer(found, old: int, new: int, in_voice: str) -> bool:
    """Whether the passive sentence says by whom."""
    tokens, place = (found.before, old) if in_voice == "passive" else (found.after, new)
    return any(token.form == "by" for token in tokens[place + 1 : place + 4])


def time_of(tokens: list[Token], place: int, in_voice: str) -> str:
    """When it was done, as far as the verb shows: `then`, `now` or nothing."""
    if in_voice == "active":
        helped = place and tokens[place - 1].form in {"has", "have", "had"}
        if shape(tokens[place]) != "ing":
            return "" if helped else {"ed": "then", "s": "now"}.get(shape(tokens[place]), "")
    forms = {token.form for token in tokens[max(place - 3, 0) : place]}
    return "then" if forms & THEN else "now" if forms & NOW else ""
