"""The files of the repository, as a clone has them."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPLICATION = ("infoshos", "news", "comments")


def is_ignored(path: Path) -> bool:
    """Whether .gitignore names the file or folder."""
    patterns = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().split()]
    return path.name == ".git" or any(fnmatch(path.name, pattern) for pattern in patterns)


def files(*folders: str, endings: tuple[str, ...]) -> Iterator[Path]:
    """Files with these endings in folders (all of them where none is named), in a stable order."""
    for start in [ROOT / folder for folder in folders] or [ROOT]:
        for path in sorted(start.iterdir()):
            if is_ignored(path):
                continue
            if path.is_dir():
                yield from files(str(path.relative_to(ROOT)), endings=endings)
            elif path.suffix in endings:
                yield path


def name(path: Path) -> str:
    """The path from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """A Python file as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def strings(*folders: str) -> frozenset[str]:
    """All literal strings in the Python files of folders."""
    return frozenset(
        node.value
        for path in files(*folders, endings=(".py",))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
