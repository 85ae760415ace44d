"""How often the judge of edits is right: `python -m tests.measures.edits -v`.

Each line of the files is an edit of a paragraph, labelled by somebody who had not seen the rules: `substance` where
its translation has to be looked at again, `spelling` where not. Those whose `about` begins with `rephrased` say the
same in a sentence of other words. They are counted by themselves: only a reader can tell them.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from news.substance import Verdict, judge

# The rules were made with these in view.
FILES = {"development": "edits.jsonl"}
FOLDER = Path(__file__).parents[1] / "news"
RECALL, FLAGGED = 0.98, 0.02
_TAG = re.compile(r"<[^>]+>")


@dataclass
class Figures:
    """What the judge made of the edits of a file: how many there are of each kind, and which were misjudged."""

    substance: int = 0
    spelling: int = 0
    rephrased: int = 0
    missed: list[dict] = field(default_factory=list)
    flagged: list[tuple[dict, Verdict]] = field(default_factory=list)
    flagged_rephrased: list[tuple[dict, Verdict]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the edits of substance that were told to be such."""
        return 1 - len(self.missed) / self.substance

    @property
    def flag_rate(self) -> float:
        """The share of the edits of spelling that were taken for substance, rephrased sentences left out."""
        return len(self.flagged) / self.spelling

    @property
    def flag_rate_with_rephrased(self) -> float:
        """The share of all edits labelled as spelling that were taken for substance."""
        return (len(self.flagged) + len(self.flagged_rephrased)) / (self.spelling + self.rephrased)

    @property
    def is_met(self) -> bool:
        """Whether both shares are as good as was asked for."""
        return self.recall >= RECALL and self.flag_rate <= FLAGGED

    def __str__(self) -> str:
        return (
            f"substance found in {self.substance - len(self.missed)} of {self.substance} ({self.recall:.1%}), "
            f"spelling flagged in {len(self.flagged)} of {self.spelling} ({self.flag_rate:.1%}), "
            f"rephrased sentences in {len(self.flagged_rephrased)} of {self.rephrased} "
            f"(all together {self.flag_rate_with_rephrased:.1%})"
        )

    def misjudged(self) -> str:
        """The misjudged edits, for reading."""
        lines = [f"missed: {edit['about']}\n  {edit['before']}\n  {edit['after']}" for edit in self.missed]
        for edit, verdict in (*self.flagged, *self.flagged_rephrased):
            why = f"{verdict.reason}: {', '.join(verdict.words)}"
            lines.append(f"flagged: {edit['about']} ({why})\n  {edit['before']}\n  {edit['after']}")
        return "\n".join(lines)


def measure(name: str) -> Figures:
    """Judge all edits of a file, as plain text."""
    figures = Figures()
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        edit = json.loads(line)
        verdict = judge(_TAG.sub("", edit["before"]), _TAG.sub("", edit["after"]), edit["language"])
        if edit["label"] == "substance":
            figures.substance += 1
            figures.missed += [] if verdict.is_substance else [edit]
        elif edit["about"].startswith("rephrased"):
            figures.rephrased += 1
            figures.flagged_rephrased += [(edit, verdict)] if verdict.is_substance else []
        else:
            figures.spelling += 1
            figures.flagged += [(edit, verdict)] if verdict.is_substance else []
    return figures


def main(arguments: list[str]) -> int:
    """Print the figures, with `-v` the misjudged edits too; 1 where a line is not reached."""
    met = True
    for title, name in FILES.items():
        figures = measure(name)
        met = met and figures.is_met
        sys.stdout.write(f"Judge of edits, {title}: {figures}\n")
        if "-v" in arguments:
            sys.stdout.write(f"{figures.misjudged()}\n")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
