"""Background work on what editors make. Each task may run twice: the second run changes nothing."""

from django_tasks import task

from news import images
from news.models import Image


@task()
def make_sizes(image_id: int) -> None:
    """Make the sizes and formats of a picture that `srcset` offers."""
    image = Image.objects.filter(pk=image_id).first()
    if image is None:
        return
    with image.original.open() as file:
        picture, _ending = images.decode(file.read())
    widths = images.write_sizes(picture, image.token)
    # Only this column: an editor may be saving the words at this moment.
    if not Image.objects.filter(pk=image_id, token=image.token).update(widths=widths):
        images.remove_served(image.token, image.width)  # it was removed from the library meanwhile
