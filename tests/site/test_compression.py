"""What goes over the wire is compressed where it is text."""

import gzip

import pytest

from tests.factories import make_article, make_editor, make_image

ENCODING = {"Accept-Encoding": "br, gzip"}


@pytest.fixture
def story(db):
    return make_article(image=make_image())


def test_a_page_is_compressed_to_the_same_bytes_for_everybody(client, story):
    address = story.get_absolute_url("en")
    plain = client.get(address)
    first, second = (client.get(address, headers=ENCODING) for _reader in range(2))
    assert "Content-Encoding" not in plain.headers
    assert first.headers["Content-Encoding"] == "gzip"
    assert first.headers["Vary"] == "Accept-Encoding"
    assert first.content == second.content
    assert gzip.decompress(first.content) == plain.content


def test_the_feed_is_compressed(client, story):
    assert client.get("/en/feed.atom", headers=ENCODING).headers["Content-Encoding"] == "gzip"


def test_a_picture_is_not_compressed_again(client, story):
    response = client.get(f"/media/images/{story.image.token}.jpg", headers=ENCODING)
    response.close()
    assert "Content-Encoding" not in response.headers


def test_the_size_of_an_editors_page_tells_nothing(client, db):
    client.force_login(make_editor())
    sizes = {len(client.get("/admin/password_change/", headers=ENCODING).content) for _time in range(20)}
    assert len(sizes) > 3
