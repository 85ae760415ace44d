"""The library of pictures: one row a picture, its files, and what pages offer of them."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage, storages
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult
from PIL import Image as Picture

from news import images
from news.actions.pictures import find_picture, read_picture, remove_picture_files, save_picture
from news.models import Image
from news.tasks import make_sizes
from news.templatetags.story import picture as tag_context
from news.templatetags.story import story_body
from tests.factories import make_image, picture_bytes
from tests.news.test_images import secretive

pytestmark = pytest.mark.django_db


def files(image):
    """Everything that is served of a picture: name to bytes."""
    _folders, names = default_storage.listdir("images")
    own = [name for name in names if name.startswith(image.token)]
    return {name.removeprefix(image.token): read(default_storage, f"images/{name}") for name in own}


def read(storage, name):
    with storage.open(name) as file:
        return file.read()


def sizes(image, crops=False):
    """Width and height of each served file, of crops or of the rest."""
    return {
        name: Picture.open(io.BytesIO(data)).size
        for name, data in files(image).items()
        if name.startswith(("-card", "-social")) == crops
    }


def test_a_picture_is_there_at_once_and_its_sizes_are_ordered():
    image = make_image(picture_bytes(size=(1000, 500)))
    assert (image.width, image.height, image.widths) == (1000, 500, [])
    assert sizes(image) == {".jpg": (1000, 500)}
    task = DBTaskResult.objects.get()
    assert (task.task_path, task.args_kwargs["args"]) == ("news.tasks.make_sizes", [image.pk])


def test_the_worker_makes_every_size_in_every_format():
    image = make_image(picture_bytes(size=(1000, 500)))
    make_sizes.call(image.pk)
    expected = {
        240: (240, 120),
        480: (480, 240),
        720: (720, 360),
        960: (960, 480),
        1000: (1000, 500),
    }
    assert Image.objects.get().widths == [240, 480, 720, 960, 1000]
    assert sizes(image) == {".jpg": (1000, 500)} | {
        f"-{width}.{ending}": size for width, size in expected.items() for ending in ("avif", "webp", "jpg")
    }


def test_a_large_picture_is_served_smaller_and_a_small_one_never_larger():
    large, small = make_image(picture_bytes(size=(3200, 10))), make_image(picture_bytes(size=(7, 5)))
    for image in (large, small):
        make_sizes.call(image.pk)
    assert Image.objects.get(pk=large.pk).widths == [240, 480, 720, 960, 1600]
    assert sizes(large)[".jpg"] == sizes(large)["-1600.webp"] == (1600, 5)
    assert sizes(large)["-480.jpg"] == (480, 2)
    assert (large.width, large.height) == (3200, 10)
    assert Image.objects.get(pk=small.pk).widths == [7]
    assert set(sizes(small).values()) == {(7, 5)}


def test_making_the_sizes_twice_changes_nothing():
    image = make_image(picture_bytes(size=(600, 30)))
    make_sizes.call(image.pk)
    before, row = files(image), Image.objects.values().get()
    make_sizes.call(image.pk)
    assert files(image) == before
    assert Image.objects.values().get() == row


def test_the_sizes_of_a_picture_that_is_gone_are_not_missed():
    make_sizes.call(987654)
    assert not Image.objects.exists()


def test_words_that_are_saved_while_the_worker_works_stay():
    image = make_image(picture_bytes(size=(600, 30)))
    Image.objects.update(credit="Saved meanwhile")
    make_sizes.call(image.pk)
    assert Image.objects.values_list("credit", "widths").get() == ("Saved meanwhile", [240, 480, 600])


@pytest.mark.parametrize("ending", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_served_file_tells_of_camera_place_or_words(ending):
    data = secretive(ending, size=(64, 64))
    image = make_image(data)
    make_sizes.call(image.pk)
    served = files(image)
    assert len(served) == 4 + 3 + 1  # the picture, its card, the social picture
    for name, content in served.items():
        found = Picture.open(io.BytesIO(content))
        assert not found.getexif(), name
        assert found.info.get("icc_profile") is None, name
        assert not [word for word in (b"SECRET", b"Exif", b"GPS", b"mntrRGB") if word in content], name
    assert read(storages["originals"], image.original.name) == data


def test_the_same_file_is_not_taken_twice():
    data = picture_bytes(size=(9, 9))
    image = make_image(data)
    assert find_picture(data) == image
    assert find_picture(picture_bytes(size=(9, 8))) is None
    with transaction.atomic(), pytest.raises(IntegrityError):
        make_image(data)
    again = Image()
    read_picture(again, data)
    with pytest.raises(ValidationError) as refusal:
        again.full_clean()
    assert "This picture is in the library already." in refusal.value.messages


def test_names_of_files_owe_nothing_to_the_upload():
    first, second = (make_image(picture_bytes(size=(9, width))) for width in (8, 9))
    assert first.token != second.token
    assert len(first.token) == 16
    assert first.original.name == f"images/{first.token}.png"


@pytest.mark.parametrize("ending", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_originals_are_not_served(client, ending):
    data = secretive(ending)
    image = make_image(data)
    answer = client.get(f"/media/{image.original.name}")
    assert b"".join(answer) != data
    assert answer.status_code == (200 if ending == "JPEG" else 404)  # the JPEG of readers has that name
    answer.close()


def test_saving_the_words_leaves_the_files_alone():
    image = make_image(picture_bytes(size=(600, 30)))
    make_sizes.call(image.pk)
    stored = Image.objects.get()
    stored.caption_en = "Other words"
    save_picture(stored)
    assert Image.objects.get().widths == [240, 480, 600]
    assert DBTaskResult.objects.count() == 1


def test_the_files_of_a_removed_picture_go():
    image = make_image(picture_bytes(size=(600, 30)))
    make_sizes.call(image.pk)
    image.refresh_from_db()
    name = image.original.name
    remove_picture_files(image)
    assert files(image) == {}
    assert not storages["originals"].exists(name)


def test_a_page_offers_one_file_first_and_the_sizes_when_they_exist():
    image = make_image(picture_bytes(size=(600, 300)))
    first = tag_context(image, "100vw")
    assert (first["src"], first["sources"], first["srcset"]) == (f"/media/images/{image.token}.jpg", [], "")
    make_sizes.call(image.pk)
    image.refresh_from_db()
    then = tag_context(image, "100vw")
    path = f"/media/images/{image.token}"
    assert then["src"] == first["src"]
    assert then["sources"] == [
        ("image/avif", f"{path}-240.avif 240w, {path}-480.avif 480w, {path}-600.avif 600w"),
        ("image/webp", f"{path}-240.webp 240w, {path}-480.webp 480w, {path}-600.webp 600w"),
    ]
    assert then["srcset"] == f"{path}-240.jpg 240w, {path}-480.jpg 480w, {path}-600.jpg 600w"


def test_every_address_that_a_page_offers_is_served(client):
    image = make_image(picture_bytes(size=(600, 300)))
    make_sizes.call(image.pk)
    image.refresh_from_db()
    shown = tag_context(image, "100vw")
    offered = [shown["srcset"], *(srcset for _type, srcset in shown["sources"])]
    addresses = [part.split()[0] for srcset in offered for part in srcset.split(",")]
    assert len(addresses) == 9
    for address in (*addresses, shown["src"]):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert (
            answer.headers["Content-Type"]
            == {
                "jpg": "image/jpeg",
                "webp": "image/webp",
                "avif": "image/avif",
            }[address.rpartition(".")[2]]
        )
        answer.close()


def test_a_figure_of_a_body_gets_its_sizes_its_own_words_and_the_credit():
    image = make_image(picture_bytes(size=(600, 300)), credit="A & B")
    image.widths = [480, 600]
    src = images.served_url(image.token)
    body = f'<figure><img src="{src}" alt="Two &amp; more"><figcaption>Said</figcaption></figure>'
    shown = story_body(body, {image.token: image})
    assert f'<img src="{src}" srcset=' in shown
    assert 'alt="Two &amp; more" width="600" height="300"' in shown
    assert (
        '<figcaption>Said<small class="credit" data-added> A &amp; B</small></figcaption></figure>' in shown
    )
    assert shown.count("<source ") == 2
    assert story_body(body, {}) == body
