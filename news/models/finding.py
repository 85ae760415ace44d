"""How editors find an article: by the beginnings of words of its titles, in any order.

Each row keeps the words of its titles in small letters in one column. PostgreSQL finds the beginnings of words by an
index of its full-text search, which needs no extension; SQLite reads the column, which is quick enough for what one
file holds.
"""

import unicodedata

from django.db.models import Lookup, TextField

# Characters of a word and words of a search that count.
_LONGEST, _MOST = 60, 12


def words_of(*texts: str | None) -> list[str]:
    """The words of texts, each once: small letters and digits, ё as е."""
    folded = (
        unicodedata.normalize("NFKC", " ".join(text or "" for text in texts)).casefold().replace("ё", "е")
    )
    spaced = "".join(character if character.isalnum() else " " for character in folded)
    return list(dict.fromkeys(word[:_LONGEST] for word in spaced.split()))


def title_words(*titles: str | None) -> str:
    """The words of titles as the column keeps them: with a space before each."""
    return "".join(f" {word}" for word in words_of(*titles))


@TextField.register_lookup
class WordsBegin(Lookup):
    """`title_words__words_begin="china summ"`: each word of the right side begins a word of the left one."""

    lookup_name = "words_begin"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        """Read the column."""
        column, parameters = self.process_lhs(compiler, connection)
        words = words_of(self.rhs)[:_MOST]
        if not words:
            return "1 = 1", []
        return (
            " AND ".join([f"{column} LIKE %s"] * len(words)),
            [parameter for word in words for parameter in (*parameters, f"% {word}%")],
        )

    def as_postgresql(self, compiler, connection):
        """Ask the index; its expression must be spelled like this."""
        column, parameters = self.process_lhs(compiler, connection)
        words = words_of(self.rhs)[:_MOST]
        if not words:
            return "TRUE", []
        query = " & ".join(f"'{word}':*" for word in words)
        return f"to_tsvector('simple', {column}) @@ to_tsquery('simple', %s)", [*parameters, query]
