"""How a picture comes into the library."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import transaction

from news import images
from news.models import Image
from news.tasks import make_sizes


def read_picture(image: Image, data: bytes) -> None:
    """Make `image` a picture of `data`: fill in its size and fingerprint and write what readers are served.

    The caller saves it, with `save_picture`. Raises ValidationError for what is no acceptable picture.
    """
    picture, ending = images.decode(data)
    image.digest = hashlib.sha256(data).hexdigest()
    image.width, image.height = picture.size
    image.original = ContentFile(data, name=f"{image.token}.{ending}")


@transaction.atomic
def save_picture(image: Image) -> Image:
    """Write the picture's row and files; the worker makes the further sizes.

    The file that every browser shows is written with the row, so that no page ever points to nothing.
    """
    if image.original._committed is False:
        picture, _ending = images.decode(image.original.read())
        image.original.seek(0)
        image.widths = []
        images.write_base(picture, image.token)
        image.save()
        make_sizes.enqueue(image.pk)
    else:
        # Not `widths`: the worker may be writing them at this moment.
        image.save(
            update_fields=[f.name for f in image._meta.concrete_fields if f.name not in {"id", "widths"}]
        )
    return image


def find_picture(data: bytes) -> Image | None:
    """The picture of the library that was made from the very same bytes."""
    return Image.objects.filter(digest=hashlib.sha256(data).hexdigest()).first()


def remove_picture_files(image: Image) -> None:
    """Remove the files of a picture whose row is gone, or was never stored."""
    names = [images.served_name(image.token)]
    names += [
        images.served_name(image.token, width, ending)
        for width in image.widths
        for ending in ("avif", "webp", "jpg")
    ]
    for name in names:
        default_storage.delete(name)
    if image.original.name:
        storages["originals"].delete(image.original.name)
