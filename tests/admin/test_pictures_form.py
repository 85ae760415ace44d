"""Adding pictures to the library."""

import pytest
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from news.models import Image
from news.tasks import make_sizes
from tests.admin.browsing import errors_of, fields_of
from tests.admin.people import make_person
from tests.factories import make_image, picture_bytes

ADD = "/admin/news/image/add/"
FORM = "image_form"
WORDS = {
    "alt_en": "A square",
    "alt_ru": "Квадрат",
    "caption_en": "The square of the square",
    "caption_ru": "Площадь квадрата",
    "credit": "Infoshos",
    "focus_x": "0.25",
    "focus_y": "1",
}


def add(desk, data, name="picture.png", **changes):
    upload = SimpleUploadedFile(name, data)
    return desk.post(ADD, {**fields_of(desk.get(ADD), FORM), **WORDS, "original": upload, **changes})


def served():
    return set(default_storage.listdir("images")[1]) if default_storage.exists("images") else set()


def test_a_picture_is_added_with_its_words(desk):
    data = picture_bytes(size=(30, 20), colour="navy")
    answer = add(desk, data, name="../../Отпуск 2020.html")
    assert answer.status_code == 302, errors_of(answer)
    image = Image.objects.get()
    assert {name: str(getattr(image, name)) for name in WORDS} == WORDS | {"focus_y": "1.0"}
    assert (image.width, image.height) == (30, 20)
    assert image.original.name == f"images/{image.token}.png"
    with storages["originals"].open(image.original.name) as file:
        assert file.read() == data
    assert f"{image.token}.jpg" in served()
    assert DBTaskResult.objects.get().args_kwargs["args"] == [image.pk]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        ("photo.jpg", b"<html><script>alert(1)</script></html>"),
        ("photo.png", picture_bytes(size=(90, 90))[:-40]),
        ("photo.bmp", picture_bytes("BMP")),
        ("photo.gif", b"GIF89a" + bytes(40)),
    ],
    ids=["a drawing", "a page", "half a picture", "another format", "a signature"],
)
def test_what_is_no_picture_is_refused_and_the_words_are_kept(desk, name, data):
    before = served()
    answer = add(desk, data, name=name)
    assert answer.status_code == 200
    assert errors_of(answer) == {
        "original": ["This is not a picture that can be read. JPEG, PNG, WebP, GIF and AVIF are accepted."]
    }
    shown = fields_of(answer, FORM)
    assert {field: shown[field] for field in WORDS} == WORDS
    assert not Image.objects.exists()
    assert served() == before


def test_an_empty_file_and_none_are_refused(desk):
    assert errors_of(add(desk, b"")) == {"original": ["The submitted file is empty."]}
    assert errors_of(add(desk, b"", original="")) == {"original": ["This field is required."]}


def test_the_same_picture_is_refused_under_another_name(desk):
    data = picture_bytes(size=(31, 20))
    same = make_image(data, caption_en="The square")
    before = served()
    answer = add(desk, data, name="other.png")
    link = f'Picture: <a href="/admin/news/image/{same.pk}/change/">The square</a>'
    assert errors_of(answer) == {"original": [f"This picture is in the library already. {link}"]}
    assert link in answer.content.decode()
    assert Image.objects.count() == 1
    assert served() == before


@pytest.mark.parametrize("value", ["-0.1", "1.1", "x", "nan", "inf"])
def test_the_focal_point_lies_in_the_picture(desk, value):
    answer = add(desk, picture_bytes(size=(32, 20)), focus_x=value)
    assert answer.status_code == 200
    assert set(errors_of(answer)) == {"focus_x"}
    assert not Image.objects.exists()


def test_words_can_be_changed_later_and_the_file_not(desk):
    image = make_image(picture_bytes(size=(33, 20)))
    address = f"/admin/news/image/{image.pk}/change/"
    values = fields_of(desk.get(address), FORM)
    assert "original" not in values
    upload = SimpleUploadedFile("other.png", picture_bytes(size=(34, 20)))
    answer = desk.post(address, values | {"caption_ru": "Новая подпись", "original": upload})
    assert answer.status_code == 302
    stored = Image.objects.get()
    assert (stored.caption_ru, stored.digest, stored.width) == ("Новая подпись", image.digest, 33)
    assert DBTaskResult.objects.count() == 1


def test_words_stand_on_one_line_wherever_they_were_copied_from(desk):
    image = make_image(picture_bytes(size=(35, 20)))
    address = f"/admin/news/image/{image.pk}/change/"
    desk.post(address, fields_of(desk.get(address), FORM) | {"alt_en": " A table,\r\n\tset\u00a0for two \n"})
    assert Image.objects.get().alt_en == "A table, set for two"


def test_a_moved_focal_point_orders_new_crops(desk):
    image = make_image(picture_bytes(size=(36, 20)))
    address = f"/admin/news/image/{image.pk}/change/"
    values = fields_of(desk.get(address), FORM)
    assert (values["focus_x"], values["focus_y"]) == ("0.5", "0.5")
    desk.post(address, values | {"focus_x": "0.9"})
    stored = Image.objects.get()
    assert (stored.focus_x, stored.focus_y, stored.crop_version) == (0.9, 0.5, 2)
    tasks = DBTaskResult.objects.order_by("enqueued_at").values_list("task_path", flat=True)
    assert list(tasks) == ["news.tasks.make_sizes", "news.tasks.make_crops"]


def test_the_form_shows_what_was_cut_last_where_no_script_runs(desk):
    image = make_image(picture_bytes(size=(90, 20)))
    address = f"/admin/news/image/{image.pk}/change/"
    whole = f'src="/media/images/{image.token}.jpg"'
    assert desk.get(address).content.decode().count(whole) == 3
    make_sizes.call(image.pk)
    shown = desk.get(address).content.decode()
    assert shown.count(whole) == 1
    for crop in ("card1-30", "social1"):
        assert f'src="/media/images/{image.token}-{crop}.jpg"' in shown


def test_whoever_may_only_look_sees_the_focal_point(client, db):
    image = make_image(picture_bytes(size=(90, 20)), focus_x=0.25)
    client.force_login(make_person("author"))
    shown = client.get(f"/admin/news/image/{image.pk}/change/").content.decode()
    assert 'data-x="0.250000" data-y="0.500000"' in shown
    assert 'name="focus_x"' not in shown
