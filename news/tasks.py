"""Background work on what editors make. Each task may run twice: the second run changes nothing."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from news import images
from news.models import Image

# For so long after a crop was replaced, open windows, search engines and other sites may still ask for it.
OUTDATED_AFTER = timedelta(days=7)


@task()
def make_sizes(image_id: int) -> None:
    """Make the sizes and formats of a picture that `srcset` offers, and its crops."""
    image = Image.objects.filter(pk=image_id).first()
    if image is None:
        return
    picture = _decoded(image)
    widths = images.write_sizes(picture, image.token)
    # Only this column: an editor may be saving the words at this moment.
    if not Image.objects.filter(pk=image_id, token=image.token).update(widths=widths):
        _remove_files(image)  # it was removed from the library meanwhile
        return
    _cut(image_id, picture)


@task()
def make_crops(image_id: int) -> None:
    """Make the crops of a picture whose focal point was moved, or which has none yet."""
    _cut(image_id)


@task()
def remove_crops(token: str, version: int, size: list[int]) -> None:
    """Remove crops that were replaced. A version is never used again."""
    images.remove_crops(token, version, tuple(size))


def _cut(image_id: int, picture=None) -> None:
    """Make the crops that the row asks for now, unless it has them."""
    image = Image.objects.filter(pk=image_id).first()
    if image is None or image.crops.get("version") == image.crop_version:
        return
    focus = (image.focus_x, image.focus_y)
    crops = images.write_crops(picture or _decoded(image), image.token, image.crop_version, focus)
    rows = Image.objects.filter(pk=image_id, token=image.token)
    with transaction.atomic():
        if rows.filter(crop_version=image.crop_version).update(crops=crops):
            if image.crops:
                later = remove_crops.using(run_after=timezone.now() + OUTDATED_AFTER)
                later.enqueue(image.token, image.crops["version"], [image.width, image.height])
            return
    if not rows.exists():
        _remove_files(image)
    elif not rows.filter(crops__version=image.crop_version).exists():
        # The point was moved once more meanwhile, and another task has been ordered.
        images.remove_crops(image.token, image.crop_version, (image.width, image.height))


def _decoded(image: Image):
    with image.original.open() as file:
        return images.decode(file.read())[0]


def _remove_files(image: Image) -> None:
    images.remove_served(image.token, (image.width, image.height), image.crop_version)
