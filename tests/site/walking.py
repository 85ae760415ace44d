"""A walk through the portal: from its first pages along every link, as a thorough reader or a search engine goes."""

import xml.etree.ElementTree as ElementTree
from collections import deque
from urllib.parse import urldefrag, urlencode, urljoin

from django.conf import settings

from tests.markup import Element, parse
from tests.site.test_languages import foreign
from tests.soundness import faults

# More addresses than this are a trap for search engines: pages that make ever new pages.
LIMIT = 5_000
PLACES = ("/en/", "/ru/", "/media/", "/static/")
OUTSIDE = ("http://", "https://", "mailto:", "tel:")
ATOM = "{http://www.w3.org/2005/Atom}"


class Walk:
    """Everything that can be reached, and what is wrong with it."""

    def __init__(self, client):
        self.client = client
        # Every address with the one that named it first.
        self.seen: dict[str, str] = {}
        self.faults: list[str] = []
        self._waiting: deque[str] = deque()
        self._titles: dict[tuple[str, str], str] = {}
        self._ids: dict[str, set[str]] = {}
        self._editions: dict[str, dict[str, str]] = {}
        self._fragments: set[tuple[str, str, str]] = set()

    def from_(self, *starts: str) -> "Walk":
        """Go from these addresses until nothing is new. Raises AssertionError where the walk does not end."""
        for start in starts:
            self._name(start, "the start")
        while self._waiting:
            self._visit(self._waiting.popleft())
            assert len(self.seen) <= LIMIT, f"the walk does not end, lately at {list(self.seen)[-3:]}"
        self._check_fragments()
        self._check_editions()
        return self

    def pages(self, language: str) -> list[str]:
        """The pages that were read in a language."""
        return [address for address in self._ids if address.startswith(f"/{language}/")]

    def _fault(self, address: str, what: str):
        self.faults.append(f"{address}: {what} (named by {self.seen.get(address)})")

    def _name(self, url: str, by: str):
        """Note a link. Those that lead to other sites are not followed."""
        target, fragment = urldefrag(urljoin(settings.PUBLIC_URL + by, url) if by[0] == "/" else url)
        if target.startswith(settings.PUBLIC_URL + "/"):
            target = target.removeprefix(settings.PUBLIC_URL)
        elif by[0] == "/":
            if not target.startswith(OUTSIDE):
                self._fault(by, f"names {url!r}")
            return
        if not target.startswith(PLACES):
            self._fault(by, f"leads out of its language to {target}")
            return
        if fragment:
            self._fragments.add((by, target, fragment))
        if target not in self.seen:
            self.seen[target] = by
            self._waiting.append(target)

    def _visit(self, address: str):
        response = self.client.get(address)
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if response.status_code != 200:
            self._fault(address, f"{response.status_code} {response.headers.get('Location', '')}".strip())
        elif kind == "text/html":
            self._read_page(address, response)
        elif kind == "application/atom+xml":
            self._read_feed(address, response.content)
        elif address.startswith(("/en/", "/ru/")):
            self._fault(address, f"is {kind}")
        elif not b"".join(response):
            self._fault(address, "is empty")

    def _read_page(self, address: str, response):
        page, language = parse(response.content), address[1:3]
        if {page.one("html").lang, response.headers["Content-Language"]} != {language}:
            self._fault(address, f"is in {page.one('html').lang!r}")
        for what in (*faults(page), *foreign(page)):
            self._fault(address, what)
        self._ids[address] = {element["id"] for element in page if "id" in element.attributes}
        self._editions[address] = {
            link["hreflang"]: link["href"].removeprefix(settings.PUBLIC_URL)
            for link in page.all("head link[hreflang]")
        }
        if [link["href"] for link in page.all("link[rel=canonical]")] == [settings.PUBLIC_URL + address]:
            title = page.one("title").text
            if first := self._titles.get((language, title)):
                self._fault(address, f"is titled {title!r} as {first} is")
            self._titles[language, title] = address
        for url in links(page):
            self._name(url, address)

    def _read_feed(self, address: str, content: bytes):
        for link in ElementTree.fromstring(content).iter(f"{ATOM}link"):  # noqa: S314 - the portal wrote it
            self._name(link.get("href"), address)

    def _check_fragments(self):
        for by, target, fragment in sorted(self._fragments):
            if fragment not in self._ids.get(target, ()):
                self._fault(by, f"leads to {target}#{fragment}, which is not there")

    def _check_editions(self):
        for address, editions in self._editions.items():
            for other in editions.values():
                if self._editions.get(other) != editions:
                    self._fault(
                        address, f"has the counterpart {other}, which names {self._editions.get(other)}"
                    )


def links(page: Element):
    """Every address that a page names, and those that its forms lead to as they stand."""
    for element in page:
        for attribute in ("href", "src"):
            if attribute in element.attributes:
                yield element[attribute]
        for source in filter(None, element.get("srcset", "").split(", ")):
            yield source.split()[0]
        if element.tag == "meta" and element.get("property") in {"og:url", "og:image"}:
            yield element["content"]
        if element.tag == "form" and element.get("method", "get") == "get":
            fields = [(field["name"], field.get("value", "")) for field in element.all("input[name]")]
            yield f"{element['action']}?{urlencode(fields)}"
