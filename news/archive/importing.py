"""Reading an archive into the portal. Doing it again changes nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DataError, IntegrityError, transaction
from django.utils import translation

from news.actions.files import undone_on_failure
from news.archive import registry
from news.archive.errors import ArchiveError, LineError
from news.archive.folder import Folder
from news.archive.kind import Kind
from news.archive.lines import RawLine, parse, raw_lines
from news.archive.run import Report, Run
from news.archive.values import Values

# Called with the bytes that are done and those of all lines together.
Progress = Callable[[int, int], None]


def import_archive(
    path: Path, *, dry_run=False, prevails=False, progress: Progress | None = None, by=None
) -> Report:
    """Import the archive in the folder `path` in the name of the user `by`.

    Each line is a transaction of its own: one that cannot be stored is reported and leaves nothing, neither rows nor
    files. With `dry_run` all is done in one transaction that is undone, and no file is written. A story that
    editors have worked on since the last import is merged with its line; where both changed the same, the line is
    reported, or with `prevails` taken.
    Raises ArchiveError for what is no archive.
    """
    run = Run(Folder(path), by=by, dry_run=dry_run, prevails=prevails)
    _check_essential(run)
    sizes = _sizes(run)
    done, total = 0, sum(sizes.values())
    with translation.override("en"), _undone(dry_run):
        incomplete = []
        for kind in [kind for kind in registry.kinds() if kind.file in sizes]:
            for line in _load_file(kind, run):
                if progress:
                    progress(done + line.end, total)
                if run.incomplete:
                    incomplete.append((kind, line))
            done += sizes[kind.file]
        run.second_round = True
        for kind, line in incomplete:
            _load_again(kind, line, run)
    return run.report


def _check_essential(run: Run) -> None:
    try:
        run.folder.open(registry.ESSENTIAL).close()
    except LineError as error:
        raise ArchiveError(f"{run.folder.root} is no archive: {error}.") from error


def _sizes(run: Run) -> dict[str, int]:
    """Bytes of each file of lines. A file that the format does not know, or that cannot be read, is reported."""
    known = {kind.file for kind in registry.kinds()}
    sizes = {}
    for name in run.folder.names(".jsonl"):
        run.begin(name if name.isprintable() else ascii(name), 0)
        if name not in known:
            run.note("the format knows no such file; it was not read")
            continue
        try:
            with run.folder.open(name) as file:
                sizes[name] = file.seek(0, 2)
        except LineError as error:
            run.fail(str(error).removeprefix(f"{name}: "))
    return sizes


@contextmanager
def _undone(dry_run: bool) -> Iterator[None]:
    if not dry_run:
        yield
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _load_file(kind: Kind, run: Run) -> Iterator[RawLine]:
    """Load the lines of a file in the first round; yield each, without its text, when it is done."""
    seen = {}
    with run.folder.open(kind.file) as file:
        for line in raw_lines(file):
            run.begin(kind.file, line.number)
            if not line.is_empty:
                _load(kind, line, run, seen)
            yield line._replace(data=None)


def _load_again(kind: Kind, line: RawLine, run: Run) -> None:
    run.begin(kind.file, line.number)
    with run.folder.open(kind.file) as file:
        file.seek(line.offset)
        data = file.read(line.end - line.offset)
    _load(kind, line._replace(data=data), run, {})


def _load(kind: Kind, line: RawLine, run: Run, seen: dict) -> None:
    """Store a line, or report why not."""
    try:
        data = parse(line.data)
        _check_once(kind, data, line.number, seen)
        with undone_on_failure(), transaction.atomic():
            outcome = kind.load(Values(data), run)
    except LineError as error:
        run.abandon()
        run.fail(str(error))
    except (DataError, IntegrityError) as error:
        run.abandon()
        run.fail(f"the database refuses it: {str(error).partition(chr(10))[0]}")
    else:
        if not run.second_round:
            run.report.counts[kind.file][outcome] += 1


def _check_once(kind: Kind, data: dict, number: int, seen: dict) -> None:
    """Refuse a line whose key another line of the file has."""
    for key in kind.keys or ("",):
        value = data.get(key) if key else ""
        value = value.strip() if isinstance(value, str) else value
        if isinstance(value, (str, int)):
            first = seen.setdefault((key, value), number)
            if first != number:
                raise LineError(
                    f"{key} “{value}” stands in line {first} already" if key else "one line is expected"
                )
