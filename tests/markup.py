"""Pages as trees. The parser is strict: an element that is not closed where it must be fails the test."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "input", "br", "hr", "source", "wbr"}
_STEP = re.compile(r"([a-z0-9]+)?((?:[.#][\w-]+|\[[\w-]+(?:=[^\]]*)?\])*)\Z")
_CONDITION = re.compile(r"([.#])([\w-]+)|\[([\w-]+)(?:=([^\]]*))?\]")


@dataclass(eq=False)
class Element:
    """An element with its attributes (None values become empty) and its children: elements and strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    children: list = field(default_factory=list)

    def __iter__(self):
        """All elements inside, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str, default=None):
        """An attribute, or `default`."""
        return self.attributes.get(name, default)

    @property
    def strings(self):
        """All pieces of text inside, each with the element that it stands in."""
        for child in self.children:
            if isinstance(child, Element):
                yield from child.strings
            else:
                yield child, self

    @property
    def text(self) -> str:
        """The text inside, every run of blanks (also no-break ones) as one space."""
        return " ".join("".join(text for text, _element in self.strings).split())

    @property
    def lang(self) -> str:
        """The language of the element's text."""
        element = self
        while element and "lang" not in element.attributes:
            element = element.parent
        return element["lang"] if element else ""

    def all(self, selector: str) -> list["Element"]:
        """Elements inside that `selector` names: `main a.tag`, `#comments li[lang=ru]`."""
        *ancestors, last = selector.split()
        return [e for e in self if e.is_a(last) and e.is_below(ancestors, self)]

    def one(self, selector: str) -> "Element":
        """The only element that `selector` names."""
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} elements are {selector}"
        return found[0]

    def texts(self, selector: str) -> list[str]:
        """The texts of the elements that `selector` names."""
        return [element.text for element in self.all(selector)]

    def is_a(self, step: str) -> bool:
        """Whether the element alone answers to one step of a selector."""
        tag, conditions = _STEP.match(step).groups()
        if tag and tag != self.tag:
            return False
        for mark, name, attribute, value in _CONDITION.findall(conditions):
            if mark == ".":
                fits = name in self.get("class", "").split()
            elif mark == "#":
                fits = self.get("id") == name
            else:
                fits = attribute in self.attributes and (not value or self[attribute] == value)
            if not fits:
                return False
        return True

    def is_below(self, steps: list[str], root: "Element") -> bool:
        """Whether elements between this one and `root` answer to the steps, outermost first."""
        element, left = self.parent, list(steps)
        while left and element and element is not root:
            if element.is_a(left[-1]):
                left.pop()
            element = element.parent
        return not left


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("#document")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_endtag(self, tag):
        assert tag == self.open.tag, f"</{tag}> closes <{self.open.tag}>"
        self.open = self.open.parent

    def handle_data(self, data):
        self.open.children.append(data)


def parse(source: str | bytes) -> Element:
    """The tree of a page."""
    builder = _Builder()
    builder.feed(source.decode() if isinstance(source, bytes) else source)
    builder.close()
    assert builder.open is builder.root, f"<{builder.open.tag}> is not closed"
    return builder.root


def page_of(response, status: int = 200) -> Element:
    """The tree of an answer that has this status."""
    assert response.status_code == status, f"{response.status_code}: {response.content[:300]}"
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    return parse(response.content)
