"""How often the judge of edits is right: `python -m tests.measures.edits`, with `-v` for what it gets wrong.

Each line of the files is an edit of a paragraph, written and labelled by somebody who had not seen the rules:
`substance` where its translation has to be looked at again, `spelling` where not. Among the latter are paragraphs
written anew with the same sense. Those of more than `FEW` other words are counted by themselves: that they say the
same only a reader can tell.
"""

import html
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from news.substance import Verdict, judge

# The rules were made with the first of the files in view. Each of the others was looked at after it had been measured
# once. The third and the fourth have the work of proof-readers, who mend several things at a time.
FILES = {
    "first edits": "edits.jsonl",
    "later edits": "edits_held_out.jsonl",
    "third edits": "edits_proofs.jsonl",
    "fourth edits": "edits_fourth.jsonl",
}
FOLDER = Path(__file__).parents[1] / "news"
RECALL, FLAGGED, FEW = 0.98, 0.02, 3
_TAG = re.compile(r"<[^>]+>")


@dataclass
class Figures:
    """What the judge made of edits: how many there are of each kind, and which were misjudged."""

    substance: int = 0
    corrections: int = 0
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
        """The share of the corrections that were taken for substance."""
        return len(self.flagged) / self.corrections

    @property
    def is_met(self) -> bool:
        """Whether both shares are as good as was promised."""
        return self.recall >= RECALL and self.flag_rate <= FLAGGED

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    def __str__(self) -> str:
        return (
            f"substance found in {self.substance - len(self.missed)} of {self.substance} ({self.recall:.1%}), "
            f"corrections flagged {len(self.flagged)} of {self.corrections} ({self.flag_rate:.1%}), "
            f"paragraphs written anew flagged {len(self.flagged_rephrased)} of {self.rephrased}"
        )

    def misjudged(self) -> str:
        """The misjudged edits, for reading."""
        lines = [f"missed: {edit['about']}\n  {edit['before']}\n  {edit['after']}" for edit in self.missed]
        for edit, verdict in self.flagged:
            why = f"{verdict.reason}: {', '.join(verdict.words)}"
            lines.append(f"flagged: {edit['about']} ({why})\n  {edit['before']}\n  {edit['after']}")
        return "\n".join(lines)


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))


def _other_words(before: str, after: str) -> int:
    """How many words are in one text and not in the other, wherever they stand."""
    first, second = (
        Counter(re.findall(r"\w+", text.casefold().replace("ё", "е"))) for text in (before, after)
    )
    return max((first - second).total(), (second - first).total())


def measure(name: str) -> Figures:
    """Judge all edits of a file, as plain text."""
    figures = Figures()
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        edit = json.loads(line)
        before, after = _plain(edit["before"]), _plain(edit["after"])
        verdict = judge(before, after, edit["language"])
        if edit["label"] == "substance":
            figures.substance += 1
            figures.missed += [] if verdict.is_substance else [edit]
        elif _other_words(before, after) > FEW:
            figures.rephrased += 1
            figures.flagged_rephrased += [(edit, verdict)] if verdict.is_substance else []
        else:
            figures.corrections += 1
            figures.flagged += [(edit, verdict)] if verdict.is_substance else []
    return figures


def main(arguments: list[str]) -> int:
    """Print the figures of each file and of all; 1 where those of all together are not as promised."""
    together = Figures()
    for title, name in FILES.items():
        figures = measure(name)
        together += figures
        sys.stdout.write(f"{title}: {figures}\n")
        if "-v" in arguments:
            sys.stdout.write(f"{figures.misjudged()}\n")
    sys.stdout.write(f"together: {together}\n")
    return 0 if together.is_met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
