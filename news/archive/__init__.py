"""The archive: a folder of JSON lines and media files that the whole portal is read from and written to.

`docs/archive-format.md` describes the format. Each kind of line is one class with `load` and `dump`; `registry` lists
them; `news.archive.importing` and `news.archive.exporting` run them.
"""
