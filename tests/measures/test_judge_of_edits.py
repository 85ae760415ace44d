"""The judge of edits is as good as was promised, on edits by people who had not seen its rules."""

import pytest

from tests.measures.edits import FILES, FLAGGED, RECALL, Figures, main, measure


@pytest.fixture(scope="module")
def measured() -> dict[str, Figures]:
    return {title: measure(name) for title, name in FILES.items()}


def test_substance_is_found_in_each_file(measured, figure):
    for title, found in measured.items():
        figure(f"{title}: judged", found.substance + found.corrections + found.rephrased, at_least=300)
        figure(f"{title}: substance found, %", round(100 * found.recall, 1), at_least=100 * RECALL)
        assert found.recall >= RECALL, found.misjudged()


def test_corrections_are_let_pass(measured, figure):
    together = sum(measured.values(), Figures())
    figure("corrections judged", together.corrections, at_least=300)
    figure("corrections flagged, %", round(100 * together.flag_rate, 1), at_most=100 * FLAGGED)
    assert together.is_met, together.misjudged()


def test_the_command_prints_the_figures_of_each_file(capsys):
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [*FILES, "together"]
    assert all("substance found in" in line and "corrections flagged" in line for line in lines)
