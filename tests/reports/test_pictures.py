"""Photos on paper: upright, no finer than print needs, and nothing in them of where and when they were taken."""

import io

import pikepdf
import pytest
from PIL import Image

from tests.reports.reading import finish
from workshop.reports.blocks import Title
from workshop.reports.document import build
from workshop.reports.paper import Description
from workshop.reports.pictures import Picture

ABOUT = Description("제목", "", "", "ko")


def _placed(picture: Picture) -> Image.Image:
    """The one picture in a file, as it is inside."""
    content = finish(build([Title("제목"), picture], None, ABOUT))[0]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (found,) = pdf.pages[0].get_images().values()
        return Image.open(io.BytesIO(found.read_raw_bytes()))


def _photo(mode: str, **options: object) -> bytes:
    photo = Image.new("RGB", (2400, 1600), (40, 90, 200))
    photo.paste((200, 30, 30), (0, 0, 2400, 400))  # its upper quarter is red
    out = io.BytesIO()
    photo.convert(mode).save(out, "JPEG" if mode != "RGBA" else "PNG", **options)
    return out.getvalue()


def test_photo_taken_on_its_side_stands_upright_and_tells_no_place() -> None:
    marks = Image.Exif()
    marks[0x0112] = 6  # to be turned to the right when it is looked at
    marks[0x010F] = "Phone of somebody"
    inside = _placed(Picture(_photo("RGB", exif=marks), alt="골목", missing_words=""))
    assert inside.width < inside.height <= 260 / 72 * 200 + 1
    assert inside.getpixel((inside.width - 3, 9))[0] > 150  # the red is at the right now
    assert inside.getpixel((3, 9))[2] > 150
    assert not inside.getexif()


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGBA"])
def test_every_kind_of_picture_becomes_one_that_an_archive_takes(mode: str) -> None:
    assert _placed(Picture(_photo(mode), alt="골목", missing_words="")).mode == "RGB"
