"""Related stories at work: suggestions that follow the form, one click to pin one or to keep it away."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from news.models import Article
from tests import factories as make
from tests.browser.desk import choose, open_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_three_stories_are_chosen_for_a_new_article_without_a_page_load(desk, live_server):
    state = make.make_state("KZ", name_en="Kazakhstan")
    for days in range(1, 5):
        dates = {f"published_at_{code}": timezone.now() - timedelta(days=days) for code in ("en", "ru")}
        make.make_article(title_en=f"Of Kazakhstan {days}", states=[state] if days > 1 else [], **dates)
    open_form(desk, live_server, "add/")
    loads = []
    desk.on("request", lambda request: loads.append(request.url) if request.is_navigation_request() else None)
    suggested = desk.locator(".suggestion a")
    expect(suggested).to_have_text([f"Of Kazakhstan {days}" for days in (1, 2, 3, 4)])
    desk.fill("#id_title_en", "Ministers meet")
    choose(desk, "states", "Kazakhstan")
    expect(suggested).to_have_text([f"Of Kazakhstan {days}" for days in (2, 3, 4, 1)])
    expect(desk.locator(".suggestion .reason").first).to_have_text("shares Kazakhstan; 2 days ago")
    desk.get_by_role("button", name="Pin: Of Kazakhstan 3").click()
    expect(desk.locator(".suggestions [role=status]")).to_have_text("Pinned as number 1: Of Kazakhstan 3")
    expect(desk.get_by_role("button", name="Pin: Of Kazakhstan 4")).to_be_focused()
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Do not show: Of Kazakhstan 1").click()
    expect(suggested).to_have_text(["Of Kazakhstan 2"])
    assert loads == []
    desk.click("button[name=_save] >> nth=0")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    article = Article.objects.get(title_en="Ministers meet")
    links = article.related_links.order_by("id").select_related("target")
    assert [(link.target.title_en, link.pin, link.excluded) for link in links] == [
        ("Of Kazakhstan 3", 1, False),
        ("Of Kazakhstan 4", 2, False),
        ("Of Kazakhstan 1", None, True),
    ]
    expect(suggested).to_have_text(["Of Kazakhstan 2"])
