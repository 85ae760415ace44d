"""How a picture comes into the library, and how it leaves."""

import hashlib

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.db.models import F, Model, Q
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from news import images
from news.actions.files import on_failure, undone_on_failure
from news.languages import LANGUAGES, column
from news.markup import image_tokens
from news.models import Article, Image, Page, Revision
from news.tasks import make_crops, make_sizes


class PictureInUseError(Exception):
    """The picture cannot be removed, for stories or pages show it; the text says which."""

    def __init__(self, image: Image, users: list[Model]):
        self.users = users
        super().__init__(
            _("The picture “%(picture)s” is in use: %(users)s. Take it out there first.")
            % {"picture": image, "users": ", ".join(map(str, users))}
        )


def read_picture(image: Image, data: bytes) -> None:
    """Make `image` a picture of `data`: fill in its size and fingerprint and write what readers are served.

    The caller saves it, with `save_picture`. Raises ValidationError for what is no acceptable picture.
    """
    picture, ending = images.decode(data)
    image.digest = hashlib.sha256(data).hexdigest()
    image.width, image.height = picture.size
    image.original = ContentFile(data, name=f"{image.token}.{ending}")


def save_picture(image: Image) -> Image:
    """Write the picture's row and files; the worker makes the further sizes, and what is cut around the focal point.

    The file that every browser shows is written with the row, so that no page ever points to nothing. If the row is
    not stored in the end, the files go too. Raises IntegrityError where the library got the same picture meanwhile.
    """
    with undone_on_failure(), transaction.atomic():
        if image.original._committed is False:
            _write_new(image)
        else:
            _write_again(image)
    return image


def _write_new(image: Image) -> None:
    picture, _ending = images.decode(image.original.read())
    image.original.seek(0)
    image.widths = []
    on_failure(lambda: remove_picture_files(image))
    images.write_base(picture, image.token)
    image.save()
    make_sizes.enqueue(image.pk)


def _write_again(image: Image) -> None:
    known = Image.objects.select_for_update(no_key=True).get(pk=image.pk)
    is_moved = (known.focus_x, known.focus_y) != (image.focus_x, image.focus_y)
    image.crop_version = known.crop_version + is_moved
    # Not `widths` and `crops`: the worker may be writing them at this moment.
    left = {"id", "widths", "crops"}
    image.save(update_fields=[f.name for f in image._meta.concrete_fields if f.name not in left])
    if is_moved:
        make_crops.enqueue(image.pk)


def order_missing_crops() -> int:
    """Have the worker cut the pictures of a release that did not know crops; return how many. Later than all else.

    Pictures whose turn is to come already are not ordered again.
    """
    waiting = DBTaskResult.objects.filter(task_path=make_crops.module_path, status__in=["READY", "RUNNING"])
    ordered = {arguments["args"][0] for arguments in waiting.values_list("args_kwargs", flat=True)}
    uncut = Image.objects.filter(crops={}).exclude(widths=[]).exclude(pk__in=ordered).order_by("pk")
    task = make_crops.using(priority=-50)
    return len([task.enqueue(pk) for pk in uncut.values_list("pk", flat=True)])


def add_picture(data: bytes, *, credit: str = "") -> tuple[Image, bool]:
    """The picture of the library with this content, and whether it is new. The words of one that was there stay.

    Raises ValidationError for what is no acceptable picture.
    """
    if same := find_picture(data):
        return same, False
    image = Image(credit=credit)
    read_picture(image, data)
    try:
        return save_picture(image), True
    except IntegrityError:
        if same := find_picture(data):  # somebody sent it at the same moment
            return same, False
        raise


def find_picture(data: bytes) -> Image | None:
    """The picture of the library that was made from the very same bytes."""
    return Image.objects.filter(digest=hashlib.sha256(data).hexdigest()).first()


@transaction.atomic
def check_pictures(*bodies: str) -> None:
    """Refuse bodies that show a picture which is not in the library, and keep it there until the transaction ends.

    Raises ValidationError.
    """
    wanted = {token: None for body in bodies for token in image_tokens(body)}
    if not wanted:
        return
    # In one order, so that two savers wait for each other and never both.
    held = Image.objects.filter(token__in=wanted).order_by("pk").select_for_update(no_key=True)
    found = {image.token for image in held}
    if missing := [token for token in wanted if token not in found]:
        raise ValidationError(
            _("The library has no picture %(address)s."),
            code="no_picture",
            params={"address": images.served_url(missing[0])},
        )


def picture_users(image: Image) -> list[Model]:
    """Stories and pages that show a picture, or would if their working copy were published."""
    address = images.served_name(image.token)
    in_body, in_copy = Q(), Q()
    for language in LANGUAGES:
        in_body |= Q(**{f"{column('body', language)}__contains": address})
        in_copy |= Q(**{f"texts__{language}__body__icontains": address})
    copies = Revision.objects.filter(in_copy, is_draft=True, number=F("article__version"))
    stories = Article.objects.filter(Q(image=image) | in_body | Q(pk__in=copies.values("article")))
    return [*stories.order_by("pk"), *Page.objects.filter(in_body)]


@transaction.atomic
def remove_picture(image: Image) -> None:
    """Take a picture out of the library, with its files. Raises PictureInUseError."""
    held = Image.objects.select_for_update().get(pk=image.pk)
    if users := picture_users(held):
        raise PictureInUseError(held, users)
    held.delete()
    transaction.on_commit(lambda: remove_picture_files(held))


def remove_picture_files(image: Image) -> None:
    """Remove the files of a picture whose row is gone, or was never stored."""
    images.remove_served(image.token, (image.width, image.height), image.crop_version)
    if image.original.name:
        storages["originals"].delete(image.original.name)
