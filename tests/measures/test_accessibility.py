"""The pages of the desk have no fault that axe-core can find: WCAG 2.2 AA, light and dark, wide and narrow."""

from itertools import product

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client

from news.models import User
from tests import factories as make
from tests.measures.desk_pages import addresses, make_rows

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => (await axe.run({ runOnly: rules, resultTypes: ["violations"] })).violations.map(
  (fault) => `${fault.id}: ${fault.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join("  ")}`)"""
# Scripts that ask jQuery to begin are called after the page was loaded, in the order of asking.
SETTLED = "new Promise((done) => (window.django?.jQuery ? django.jQuery(() => setTimeout(done)) : done()))"
WIDTHS, SCHEMES, LANGUAGES = (320, 1280), ("light", "dark"), ("en", "ru")


@pytest.fixture
def desk(live_server, page):
    """The desk of somebody who may open everything, a function that opens a page in a certain look, and a client."""
    editor = make.make_editor()
    client = Client()
    client.force_login(editor)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": session.key, "value": session.value, "url": f"{live_server.url}/admin/"}]
    )

    def look(address: str, width: int, scheme: str, language: str) -> list[str]:
        User.objects.filter(pk=editor.pk).update(interface_language=language)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        answer = page.goto(live_server.url + address)
        page.evaluate(SETTLED)
        page.evaluate(AXE_SCRIPT)
        faults = page.evaluate(RUN, RULES)
        if not answer.ok:
            faults.append(f"status {answer.status}")
        return [f"{address} {width} {scheme} {language}: {fault}" for fault in faults]

    return look, client


def test_every_page_of_the_desk_is_accessible(desk, figure, full_size):
    look_at, client = desk
    looks = list(product(WIDTHS, SCHEMES, LANGUAGES))
    faults, looked = [], 0
    for number, address in enumerate(addresses(make_rows(), client)):
        # At a small size each page is opened in one look, the next page in the next.
        for look in looks if full_size else [looks[number * 3 % len(looks)]]:
            faults += look_at(address, *look)
            looked += 1
    print("\n".join(faults))  # noqa: T201
    figure("pages of the desk, each in every look" if full_size else "pages of the desk", looked, at_least=80)
    figure("faults that axe finds on them (WCAG 2.2 AA)", len(faults), at_most=0)
