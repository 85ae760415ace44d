"""Figures that are promised: at a fiftieth of their size in every run of the tests, whole by `make measure-…`."""
