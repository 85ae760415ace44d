"""Where readers sit is nobody's business: network addresses are stored nowhere."""

import logging

import pytest
from django.db import connection

from comments.models import Comment, Message, TypoReport
from comments.sending import sending_keys
from tests.factories import make_article

ADDRESS = "203.0.113.77"
HEADERS = {"REMOTE_ADDR": ADDRESS, "HTTP_X_FORWARDED_FOR": "198.51.100.9", "HTTP_USER_AGENT": "Curious/9.9"}
TRACES = (ADDRESS, "198.51.100.9", "Curious/9.9", "203.0.113", "cb00714d")


def everything_stored():
    """Each value of each table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - our own tables
            yield from (str(value) for row in cursor.fetchall() for value in row)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "a-key-made-by-the-script"])
def test_no_table_and_no_log_holds_an_address(client, caplog, key):
    caplog.set_level(logging.DEBUG)
    address = make_article().get_absolute_url("en")
    comment = {"name": "Ann", "text": "A good story.", "key": key}
    report = {"exact": "teh", "field": "body", "key": key}
    for words, path in (
        (comment, address + "comment/"),
        (report, address + "report/"),
        (comment, "/en/contact/"),
    ):
        for _time in range(2):
            assert client.post(path, words, **HEADERS).status_code == 303
        refused = client.post(path, {"key": key}, **HEADERS)
        assert refused.status_code == 422
    assert [model.objects.count() for model in (Comment, Message, TypoReport)] == [1, 1, 1]
    stored = list(everything_stored())
    assert "A good story." in stored
    assert [value for value in stored if any(trace in value for trace in TRACES)] == []
    assert not any(trace in caplog.text for trace in TRACES)


@pytest.mark.django_db
def test_who_has_the_database_but_not_the_key_cannot_try_addresses(settings):
    def key():
        return sending_keys("comment", 1, "en", "Ann", "text", script_key="", address=ADDRESS)[0]

    first = key()
    settings.SECRET_KEY = "another"
    assert key() != first
    assert len(first) == 64


@pytest.mark.django_db
def test_readers_at_different_addresses_with_the_same_page_are_both_stored(client):
    url = make_article().get_absolute_url("en")
    pages = {client.get(url, REMOTE_ADDR=address).content for address in (ADDRESS, "203.0.113.78")}
    assert len(pages) == 1
    for address in (ADDRESS, "203.0.113.78", ADDRESS):
        client.post(url + "comment/", {"name": "Ann", "text": "Same words."}, REMOTE_ADDR=address)
    assert Comment.objects.count() == 2
