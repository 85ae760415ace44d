"""What can be wrong with an archive."""


class ArchiveError(Exception):
    """The archive as a whole cannot be read or written; the text says why, in English."""


class LineError(Exception):
    """One line cannot be stored; the text says why, in English."""
