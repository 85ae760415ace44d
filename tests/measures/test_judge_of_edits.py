"""The judge of edits is as good as was promised, on edits by people who had not seen its rules."""

import pytest

from tests.measures.edits import FILES, FLAGGED, RECALL, main, measure


@pytest.mark.parametrize("title", FILES)
def test_substance_is_found_and_spelling_is_let_pass(title, figure):
    found = measure(FILES[title])
    figure(f"{title}: edits judged", found.substance + found.spelling + found.rephrased, at_least=300)
    figure(f"{title}: edits of substance found, %", round(100 * found.recall, 1), at_least=100 * RECALL)
    figure(f"{title}: edits of spelling flagged, %", round(100 * found.flag_rate, 1), at_most=100 * FLAGGED)
    assert found.is_met, found.misjudged()


def test_the_command_prints_the_figures_of_each_file(capsys):
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(FILES)
    assert all("substance found in" in line and "spelling flagged in" in line for line in lines)
