"""Rows are written by verbs in `actions/`, and in few places with a reason. Nowhere else."""

import ast

from tests.repo.tree import APPLICATION, files, name, parsed

VERBS = {
    "save",
    "create",
    "update",
    "delete",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
}
WRITES = (
    VERBS
    | {f"a{verb}" for verb in VERBS}
    | {"execute", "executemany", "raw", "add", "set", "remove", "clear"}
)
# Many-to-many managers share these words with sets and dictionaries: they are looked at where a relation is named.
RELATIONS = {"topics", "states", "groups", "user_permissions"}

PLACES = {
    "news/actions/": "the only way editors' rows change",
    "comments/actions/": "the only way readers' rows change",
    "news/archive/": "the import writes whole archives, each line in a transaction of its own",
    "news/tasks.py": "background work writes what it made: one column, by a conditional update",
    "comments/tasks.py": "background work notes that it was done: one column, by a conditional update",
    "infoshos/outbox.py": "rows of the task queue, claimed by a conditional update",
    "news/migrations/": "migrations",
    "comments/migrations/": "migrations",
}
# Calls of these names that write no row, by what they are called on.
HARMLESS = {
    ("news/admin/states.py", "formset.save"): "with commit=False: it only collects the forms",
    ("news/images.py", "sized.save"): "a picture into a buffer",
    ("news/images.py", "default_storage.delete"): "a file",
    ("news/images.py", "default_storage.save"): "a file",
    ("news/demo/drawing/press.py", "picture.save"): "a picture into a buffer",
    ("news/demo/drawing/sheet.py", "picture.save"): "a picture into a buffer",
    ("news/management/commands/import_archive.py", "bar.update"): "a progress bar",
    ("news/management/commands/export_archive.py", "bar.update"): "a progress bar",
    ("infoshos/messages.py", "catalogue.update"): "a catalogue of translations",
    ("infoshos/prepare.py", "known.update"): "a set",
    ("infoshos/prepare.py", "digest.update"): "a fingerprint",
}


def calls(tree: ast.AST):
    """The calls of methods that may write, as they are written: `article.save`."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner, verb = node.func.value, node.func.attr
        if verb in {"add", "set", "remove", "clear"}:
            if not (isinstance(owner, ast.Attribute) and owner.attr in RELATIONS):
                continue
        elif verb not in WRITES:
            continue
        yield node.lineno, f"{ast.unparse(owner)}.{verb}"


def found() -> dict[tuple[str, str], int]:
    """Every such call outside the places that may write, with a line where it stands."""
    return {
        (name(path), call): line
        for path in files(*APPLICATION, endings=(".py",))
        if not name(path).startswith(tuple(PLACES))
        for line, call in calls(parsed(path))
    }


def test_the_search_finds_writes_of_every_kind():
    source = """
article.save()
Article.objects.filter(pk=1).update(title="x")
article.topics.set([])
seen.add(1)
cursor.execute("DELETE")
"""
    assert [call for _line, call in calls(ast.parse(source))] == [
        "article.save",
        "Article.objects.filter(pk=1).update",
        "article.topics.set",
        "cursor.execute",
    ]


def test_nothing_else_writes():
    assert {key: line for key, line in found().items() if key not in HARMLESS} == {}


def test_no_exception_outlives_its_reason():
    assert set(HARMLESS) - set(found()) == set()
    written = {name(path) for path in files(*APPLICATION, endings=(".py",)) if list(calls(parsed(path)))}
    idle = {place for place in PLACES if not any(path.startswith(place) for path in written)}
    assert idle - {"news/migrations/", "comments/migrations/"} == set()


def test_no_model_writes_in_save_or_in_a_signal():
    for path in files(*APPLICATION, endings=(".py",)):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef) and "/models/" in name(path):
                methods = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
                assert not methods & {"save", "delete"}, (name(path), node.name)
            if isinstance(node, ast.ImportFrom) and "migrations" not in name(path):
                imported = {alias.name for alias in node.names}
                assert not imported & {"post_save", "pre_save", "post_delete", "pre_delete"}, name(path)
