"""The archive: a folder of JSON lines and media files that the whole portal is read from and written to.

`docs/archive-format.md` describes the format. Each kind of line is one class with `load` and `dump`; `registry` lists
them; `news.actions.importing` and `news.actions.exporting` run them.
"""
