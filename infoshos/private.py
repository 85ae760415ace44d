"""Files that nobody but their owner reads: names, addresses of readers, what photographs tell about their places."""

import contextlib
import os
from pathlib import Path


def keep_private(database: Path, folder: Path) -> None:
    """Make an SQLite database, which starts empty, and what is beside it readable by its owner only; so too a folder.

    SQLite itself would make a database that everybody on the machine can read. What cannot be changed stays: whoever
    opens the database will say what is wrong with it.
    """
    with contextlib.suppress(OSError):
        os.close(os.open(database, os.O_RDWR | os.O_CREAT, 0o600))
    for path, mode in {
        database: 0o600,
        Path(f"{database}-wal"): 0o600,
        Path(f"{database}-shm"): 0o600,
        folder: 0o700,
    }.items():
        with contextlib.suppress(OSError):
            path.chmod(mode)
