"""What is cut out of a picture around its focal point: where, in which files, and when anew."""

import io
from threading import Event

import pytest
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult
from PIL import Image as Picture

from news import images, tasks
from news.actions.pictures import order_missing_crops, remove_picture_files, save_picture
from news.images import CARD, SOCIAL, card_widths, crop_box, crop_size, social_size
from news.management.commands import worker
from news.models import Image
from news.tasks import make_crops, make_sizes, remove_crops
from news.templatetags.head import social_picture
from news.templatetags.story import card
from tests.factories import make_image, picture_bytes
from tests.news.test_picture_sizes import files, sizes
from tests.worker import ripen, work

CENTRE = (0.5, 0.5)


@pytest.mark.parametrize(
    ("size", "card", "social"),
    [
        ((3000, 2000), (3000, 2000), (3000, 1575)),
        ((3000, 1000), (1500, 1000), (1905, 1000)),
        ((1000, 3000), (1000, 667), (1000, 525)),
        ((1600, 1067), (1600, 1067), (1600, 840)),
        ((1, 1), (1, 1), (1, 1)),
        ((20_000, 1), (2, 1), (2, 1)),
        ((1, 20_000), (1, 1), (1, 1)),
    ],
)
def test_the_largest_part_of_the_proportions_is_cut_out(size, card, social):
    assert (crop_size(size, CARD), crop_size(size, SOCIAL)) == (card, social)


@pytest.mark.parametrize(
    ("focus", "box"),
    [
        (CENTRE, (750, 0, 2250, 1000)),
        ((0, 0), (0, 0, 1500, 1000)),
        ((1, 1), (1500, 0, 3000, 1000)),
        ((0.3, 0.9), (150, 0, 1650, 1000)),
        ((0.25, 0.5), (0, 0, 1500, 1000)),
        ((0.75, 0.5), (1500, 0, 3000, 1000)),
    ],
)
def test_the_focal_point_is_as_near_the_middle_as_the_edges_allow(focus, box):
    assert crop_box((3000, 1000), CARD, focus) == box
    upright = crop_box((1000, 3000), CARD, (0.5, 0.5))
    assert upright == (0, 1166, 1000, 1833)


@pytest.mark.parametrize("size", [(1600, 1067), (3000, 2000), (1530, 1000), (1475, 1000), (60, 40)])
def test_a_picture_of_nearly_the_proportions_has_no_card_of_its_own(size):
    assert card_widths(size) == []


@pytest.mark.parametrize(
    ("size", "widths"),
    [((1600, 1000), [240, 480, 720, 960, 1500]), ((400, 800), [240, 400]), ((4000, 2000), [*images.WIDTHS])],
)
def test_any_other_has_one_in_the_widths_of_what_is_left(size, widths):
    assert card_widths(size) == widths


@pytest.mark.parametrize(
    "size", [(4000, 3000), (1200, 630), (1201, 900), (1999, 700), (1600, 1067), (9999, 631)]
)
def test_the_social_picture_has_the_size_that_networks_ask_for(size):
    assert social_size(size) == (1200, 630)


def test_the_social_picture_of_a_small_one_is_not_enlarged():
    assert social_size((400, 400)) == (400, 210)


def halves(size=(600, 200)):
    """A wide picture, red on the left and blue on the right."""
    picture = Picture.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def colour(name):
    """The colour of the middle of a served file."""
    with default_storage.open(name) as file:
        picture = Picture.open(file).convert("RGB")
    red, _green, blue = picture.getpixel((picture.width // 2, picture.height // 2))
    return "red" if red > blue else "blue"


def made(image):
    make_sizes.call(image.pk)
    image.refresh_from_db()
    return image


def move(image, x, y=0.5):
    image.focus_x, image.focus_y = x, y
    save_picture(image)


@pytest.mark.django_db
def test_the_worker_cuts_the_card_and_the_social_picture():
    image = make_image(halves(), focus_x=0.1)
    assert image.crops == {}
    made(image)
    assert image.crops == {"version": 1, "card": [240, 300], "social": [381, 200]}
    assert sizes(image, crops=True) == {
        f"-card1-{width}.{ending}": (width, height)
        for width, height in ((240, 160), (300, 200))
        for ending in ("avif", "webp", "jpg")
    } | {"-social1.jpg": (381, 200)}
    for name in files(image):
        if name.startswith(("-card", "-social")):
            assert colour(f"images/{image.token}{name}") == "red", name


@pytest.mark.django_db
def test_a_moved_point_gives_files_of_another_name_and_the_old_ones_stay_a_week():
    image = made(make_image(halves(), focus_x=0.1))
    before = files(image)
    move(image, 0.9)
    work()
    image.refresh_from_db()
    assert (image.crop_version, image.crops["version"]) == (2, 2)
    assert colour(f"images/{image.token}-card2-300.webp") == "blue"
    assert colour(f"images/{image.token}-social2.jpg") == "blue"
    assert before.items() <= files(image).items()
    later = DBTaskResult.objects.get(task_path="news.tasks.remove_crops")
    assert (later.run_after - later.enqueued_at).days in {6, 7}
    ripen()
    work()
    assert {name for name in files(image) if "1-" in name or "social1" in name} == set()
    assert colour(f"images/{image.token}-card2-300.webp") == "blue"


@pytest.mark.django_db
def test_until_the_new_crops_exist_pages_show_the_old_ones():
    image = made(make_image(halves()))
    move(image, 0.9)
    image.refresh_from_db()
    assert "-card1-" in card(image, "100vw")["srcset"]
    assert social_picture(image).address.endswith("-social1.jpg")


@pytest.mark.django_db
def test_words_and_the_same_point_order_no_crops():
    image = made(make_image(halves(), focus_x=0.1))
    image.credit = "Somebody"
    move(image, 0.1)
    image.refresh_from_db()
    assert image.crop_version == 1
    assert not DBTaskResult.objects.filter(task_path="news.tasks.make_crops").exists()


@pytest.mark.django_db
def test_cutting_twice_changes_nothing():
    image = made(make_image(halves()))
    before, row = files(image), Image.objects.values().get()
    make_crops.call(image.pk)
    assert (files(image), Image.objects.values().get()) == (before, row)


@pytest.mark.django_db
def test_the_point_that_was_moved_before_the_worker_came_is_cut_once():
    image = make_image(halves())
    move(image, 0.1)
    move(image, 0.9)
    work()
    image.refresh_from_db()
    assert image.crops["version"] == 3
    assert {name.split("-")[1] for name in sizes(image, crops=True)} == {"card3", "social3.jpg"}


def while_cutting(monkeypatch, happens):
    """Have something happen when the files are written and the row is not."""
    cut = images.write_crops

    def cut_slowly(*args):
        made = cut(*args)
        monkeypatch.setattr(images, "write_crops", cut)
        happens()
        return made

    monkeypatch.setattr(tasks.images, "write_crops", cut_slowly)


@pytest.mark.django_db
def test_a_point_that_is_moved_while_the_worker_cuts_leaves_no_files_behind(monkeypatch):
    image = made(make_image(halves()))
    move(image, 0.1)
    while_cutting(monkeypatch, lambda: move(Image.objects.get(), 0.9))
    make_crops.call(image.pk)
    image.refresh_from_db()
    assert (image.crop_version, image.crops["version"]) == (3, 1)
    assert {name[:6] for name in sizes(image, crops=True)} == {"-card1", "-socia"}
    make_crops.call(image.pk)
    assert colour(f"images/{image.token}-card3-300.jpg") == "blue"


@pytest.mark.django_db
def test_a_picture_that_goes_while_the_worker_cuts_leaves_no_files_behind(monkeypatch):
    image = make_image(halves())
    while_cutting(monkeypatch, Image.objects.all().delete)
    make_sizes.call(image.pk)
    assert files(image) == {}


@pytest.mark.django_db
def test_all_versions_of_a_removed_picture_go_at_once():
    image = made(make_image(halves()))
    move(image, 0.1)
    make_crops.call(image.pk)
    image.refresh_from_db()
    assert {"-card1-300.jpg", "-card2-300.jpg"} <= set(files(image))
    remove_picture_files(image)
    assert files(image) == {}
    remove_crops.call(image.token, 1, [600, 200])  # what was ordered before


@pytest.mark.django_db
def test_pictures_of_an_earlier_release_are_cut_once():
    old, new, unmade = made(make_image(halves())), made(make_image()), make_image()
    DBTaskResult.objects.filter(args_kwargs__args=[old.pk]).delete()
    Image.objects.filter(pk=old.pk).update(crops={})
    assert (order_missing_crops(), order_missing_crops()) == (1, 0)
    work()
    assert {image.pk for image in Image.objects.exclude(crops={})} == {old.pk, new.pk, unmade.pk}
    assert order_missing_crops() == 0


@pytest.mark.django_db
def test_a_list_offers_the_card_and_where_there_is_none_the_picture():
    wide, fitting = make_image(halves()), make_image(picture_bytes(size=(600, 400)))
    first = card(wide, "10rem")
    assert (first["src"], first["srcset"]) == (f"/media/images/{wide.token}.jpg", "")
    made(wide), made(fitting)
    path = f"/media/images/{wide.token}-card1"
    shown = card(wide, "10rem")
    assert shown["srcset"] == f"{path}-240.jpg 240w, {path}-300.jpg 300w"
    assert shown["sources"][0] == ("image/avif", f"{path}-240.avif 240w, {path}-300.avif 300w")
    assert (shown["src"], shown["width"], shown["height"]) == (f"{path}-300.jpg", 300, 200)
    assert "-card" not in card(fitting, "10rem")["srcset"]
    assert fitting.crops["card"] == []


@pytest.mark.django_db
def test_every_address_of_a_crop_is_served_for_ever(client):
    image = made(make_image(halves()))
    shown = card(image, "10rem")
    sets = [shown["srcset"], *(addresses for _type, addresses in shown["sources"])]
    addresses = [part.split()[0] for srcset in sets for part in srcset.split(", ")]
    social = social_picture(image)
    assert (social.width, social.height) == (381, 200)
    for address in [*addresses, social.address.removeprefix("http://127.0.0.1:8000")]:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        answer.close()
    assert len(addresses) == 6


@pytest.mark.django_db
def test_networks_are_told_the_size_of_a_picture_that_is_not_cut_yet():
    image = make_image(picture_bytes(size=(3200, 1000)))
    assert social_picture(image) == (
        f"http://127.0.0.1:8000/media/images/{image.token}.jpg",
        1600,
        500,
    )


@pytest.mark.django_db
def test_the_worker_orders_them_when_it_starts(monkeypatch):
    image = made(make_image(halves()))
    Image.objects.update(crops={})
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    stop = Event()
    stop.set()
    worker.Command()._tend(stop)
    work()
    assert Image.objects.get().crops == image.crops != {}
