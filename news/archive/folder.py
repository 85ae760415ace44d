"""Opening the files of an archive: only regular files, only below its folder."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from news.archive.errors import ArchiveError, LineError


class Folder:
    """The folder of an archive. Every file of it is opened here."""

    def __init__(self, path: Path):
        try:
            self.root = Path(path).resolve(strict=True)
        except (OSError, RuntimeError, ValueError) as error:
            raise ArchiveError(f"There is no folder {path}.") from error
        if not self.root.is_dir():
            raise ArchiveError(f"{path} is not a folder.")

    def names(self, ending: str) -> list[str]:
        """Names of the entries of the folder that end so, in alphabetical order."""
        return sorted(entry.name for entry in self.root.iterdir() if entry.name.endswith(ending))

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading. Raises LineError for what is not there, climbs out, or is no regular file."""
        path = self._inside(name)
        try:
            # A device may do something when it is opened, so look first; look again at what was opened.
            if not stat.S_ISREG(path.lstat().st_mode):
                raise LineError(f"{name}: not a regular file")
            file = os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb")
        except OSError as error:
            raise LineError(f"{name}: cannot be read ({error.strerror})") from error
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise LineError(f"{name}: not a regular file")
        return file

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of a file. Raises LineError, also for one of more than `limit` bytes, which is not read."""
        with self.open(name) as file:
            if os.fstat(file.fileno()).st_size > limit:
                raise LineError(f"{name}: larger than {limit // 2**20} MB")
            data = file.read(limit + 1)
        if len(data) > limit:
            raise LineError(f"{name}: larger than {limit // 2**20} MB")
        return data

    def _inside(self, name: str) -> Path:
        if not name or name.startswith("/") or ".." in name.split("/"):
            raise LineError(f"{name or 'an empty name'}: not a file name below the folder")
        try:
            path = (self.root / name).resolve(strict=True)
        except (OSError, RuntimeError, ValueError) as error:
            raise LineError(f"{name}: there is no such file") from error
        if not path.is_relative_to(self.root):
            raise LineError(f"{name}: leads out of the folder")
        return path
