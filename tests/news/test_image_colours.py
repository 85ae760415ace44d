"""Photographs in colours of another space look on screens as they were meant."""

import io

import pytest
from PIL import Image as Picture
from PIL import ImageCms

from news.images import decode

RED = (255, 0, 0)


def profile_with_red_and_green_exchanged() -> bytes:
    """The profile of sRGB, but for the names of two of its primaries."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    end = 132 + 12 * int.from_bytes(profile[128:132], "big")
    table = profile[128:end].replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    return profile[:128] + table + profile[end:]


def decoded(mode="RGB", ending="PNG", **options):
    buffer = io.BytesIO()
    Picture.new("RGB", (8, 8), RED).convert(mode).save(buffer, ending, **options)
    picture, _ending = decode(buffer.getvalue())
    return picture


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_profile_is_applied_and_not_passed_on(mode):
    picture = decoded(mode, icc_profile=profile_with_red_and_green_exchanged())
    red, green, blue = picture.getpixel((4, 4))
    assert (red < 10, green > 245, blue < 10) == (True, True, True)
    assert "icc_profile" not in picture.info


def test_without_a_profile_colours_stay():
    assert decoded().getpixel((4, 4)) == RED


@pytest.mark.parametrize("profile", [b"no profile", profile_with_red_and_green_exchanged()[:200]])
def test_a_broken_profile_is_left_out_of_account(profile):
    assert decoded(icc_profile=profile).getpixel((4, 4)) == RED
