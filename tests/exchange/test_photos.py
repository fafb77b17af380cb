"""Photos come in from phones, cameras, scanners and screenshots; they are kept upright, small and without their origin."""

import io
import random
import struct
import subprocess
import sys
import zlib
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from workshop.exchange import photos
from workshop.exchange.photos import LARGEST, LONGEST, SMALL, cut_photo, read_photo
from workshop.models.errors import InputError

CAMERA, PLACE = "Seoul Camera 7", b"Jongno"


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))


def two_halves(width: int = 60, height: int = 40) -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    return image


def colour(image: Image.Image, x: float, y: float) -> str:
    red, _green, blue = image.convert("RGB").getpixel((int(image.width * x), int(image.height * y)))  # type: ignore[misc]
    return "red" if red > blue else "blue"


def with_origin(orientation: int = 1, kind: str = "JPEG") -> bytes:
    """A photo that says where, when and with what it was taken, in every way a camera knows."""
    exif = Image.Exif()
    exif[0x0112], exif[0x0110], exif[0x0132] = orientation, CAMERA, "2026:05:09 14:00:00"
    exif.get_ifd(0x8825)[0x001B] = PLACE
    image = two_halves()
    words = (
        {"comment": b"comment of " + PLACE, "dpi": (300, 300), "xmp": b"<x>" + PLACE + b"</x>"}
        if kind == "JPEG"
        else {}
    )
    return saved(image, kind, exif=exif, **words)


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, (0.1, 0.5)), (2, (0.9, 0.5)), (3, (0.9, 0.5)), (4, (0.1, 0.5)),
     (5, (0.5, 0.1)), (6, (0.5, 0.1)), (7, (0.5, 0.9)), (8, (0.5, 0.9))],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photo_is_put_upright_however_the_phone_was_held(
    kind: str, orientation: int, red_at: tuple[float, float]
) -> None:
    photo = read_photo(with_origin(orientation, kind))
    image = Image.open(io.BytesIO(photo.whole))
    assert image.size == (photo.width, photo.height) == ((60, 40) if orientation < 5 else (40, 60))
    assert colour(image, *red_at) == "red"
    assert colour(image, 1 - red_at[0], 1 - red_at[1]) == "blue"


def test_place_time_and_device_are_gone_from_both_copies() -> None:
    given_bytes = with_origin()
    assert CAMERA.encode() in given_bytes
    assert PLACE in given_bytes
    photo = read_photo(given_bytes)
    for file in (photo.whole, photo.small):
        assert CAMERA.encode() not in file
        assert PLACE not in file
        assert b"2026:05" not in file
        kept = Image.open(io.BytesIO(file))
        assert not kept.getexif()
        assert not {"comment", "xmp", "icc_profile", "exif"} & set(kept.info)


def test_words_hidden_in_a_png_are_gone() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", PLACE.decode())
    photo = read_photo(saved(two_halves(), "PNG", pnginfo=info, dpi=(72, 72), exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"))
    assert PLACE not in photo.whole
    assert not {"Author", "exif", "dpi", "icc_profile"} & set(Image.open(io.BytesIO(photo.whole)).info)


def test_a_profile_of_other_colours_is_turned_into_those_of_every_screen() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = read_photo(saved(two_halves(), icc_profile=profile))
    kept = Image.open(io.BytesIO(photo.whole))
    assert "icc_profile" not in kept.info
    assert colour(kept, 0.1, 0.5) == "red"
    assert read_photo(saved(two_halves(), icc_profile=b"no profile at all")).width == 60


def test_it_is_kept_small_with_a_small_copy_and_its_fingerprint() -> None:
    photo = read_photo(saved(noise(3200, 2000), quality=95))
    assert max(photo.width, photo.height) <= LONGEST
    assert len(photo.whole) <= LARGEST
    assert max(Image.open(io.BytesIO(photo.small)).size) == SMALL
    assert photo.content == sha256(photo.whole).hexdigest()
    assert photo == read_photo(saved(noise(3200, 2000), quality=95))


def test_the_longest_side_is_what_counts() -> None:
    photo = read_photo(saved(Image.new("RGB", (300, 6000), "green")))
    assert (photo.width, photo.height) == (128, 2560)
    assert Image.open(io.BytesIO(photo.small)).size == (24, 480)
    assert read_photo(saved(Image.new("RGB", (1, 20_000), "green"))).width == 1


def test_a_drawing_stays_sharp_and_transparency_stays() -> None:
    drawing = Image.new("RGBA", (900, 600), (0, 0, 0, 0))
    ImageDraw.Draw(drawing).line((10, 10, 800, 500), fill=(200, 0, 0, 255), width=9)
    photo = read_photo(saved(drawing, "PNG"))
    kept = Image.open(io.BytesIO(photo.whole))
    assert (kept.format, kept.mode) == ("PNG", "RGBA")
    assert Image.open(io.BytesIO(photo.small)).mode == "RGBA"
    assert Image.open(io.BytesIO(read_photo(saved(two_halves(), "PNG")).whole)).format == "PNG"


def test_a_photo_saved_as_png_becomes_a_jpeg() -> None:
    heavy = noise(1400, 1000)
    heavy.putalpha(Image.linear_gradient("L").resize(heavy.size))
    photo = read_photo(saved(heavy, "PNG"))
    assert Image.open(io.BytesIO(photo.whole)).format == "JPEG"
    assert len(photo.whole) <= LARGEST


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    image = two_halves().convert("L") if mode == "I;16" else two_halves()
    data = saved(image.convert(mode), "PNG")
    assert (read_photo(data).width, read_photo(data).height) == (60, 40)


def test_sixteen_bits_of_grey_are_not_all_white() -> None:
    deep = Image.new("I;16", (20, 10), 1000)
    deep.paste(60_000, (10, 0, 20, 10))
    kept = Image.open(io.BytesIO(read_photo(saved(deep, "PNG")).whole)).convert("L")
    assert (kept.getpixel((2, 5)), kept.getpixel((17, 5))) == (0, 255)


@pytest.mark.parametrize(("kind", "mode"), [("WEBP", "RGB"), ("BMP", "RGB"), ("TIFF", "CMYK"), ("JPEG", "CMYK")])
def test_other_formats_are_read(kind: str, mode: str) -> None:
    assert read_photo(saved(two_halves().convert(mode), kind)).width == 60


def test_of_a_photo_of_a_phone_with_a_second_picture_the_first_is_kept() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = read_photo(saved(two_halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))], exif=exif))
    assert (photo.width, photo.height) == (40, 60)
    assert colour(Image.open(io.BytesIO(photo.whole)), 0.5, 0.1) == "red"


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    frames = [Image.new("RGB", (30, 30), name) for name in ("red", "blue", "blue")]
    photo = read_photo(saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=80))
    kept = Image.open(io.BytesIO(photo.whole))
    assert getattr(kept, "n_frames", 1) == 1
    assert colour(kept, 0.5, 0.5) == "red"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", photos.NOT_A_PICTURE),
        (b"%PDF-1.7 and so on", photos.NOT_A_PICTURE),
        ("일정표.xlsx".encode() * 400, photos.NOT_A_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", photos.NOT_A_PICTURE),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(500), photos.HEIC),
        (saved(noise(300, 200))[:9000], photos.INCOMPLETE),
        (saved(noise(300, 200), "PNG")[:9000], photos.INCOMPLETE),
        (bytes(photos.MOST_BYTES + 1), photos.TOO_HEAVY),
    ],
    ids=["empty", "pdf", "sheet", "svg", "heic", "cut jpeg", "cut png", "heavy"],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(data: bytes, words: object) -> None:
    with pytest.raises(InputError) as refused:
        read_photo(data)
    assert refused.value.message == words


@pytest.mark.parametrize("side", [9_001, 60_000])
def test_a_bomb_is_refused_before_it_is_unpacked(side: int) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    with pytest.raises(InputError) as refused:
        read_photo(bomb)
    assert refused.value.message == photos.TOO_MANY_PIXELS


_WORK_WITH_60_MEGAPIXELS = """
import gc, io
from PIL import Image
from workshop.exchange.photos import read_photo
strip = Image.radial_gradient("L").resize((9000, 100)).convert("RGB")
image = Image.new("RGB", (9000, 6700))
for top in range(0, 6700, 100):
    image.paste(strip, (0, top))
out = io.BytesIO()
image.save(out, "KIND", **OPTIONS)
del image, strip
gc.collect()
open("/proc/self/clear_refs", "w").write("5")  # the highest use is counted from here
photo = read_photo(out.getvalue())
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(photo.width, photo.height, int(peak.split()[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the highest use of memory from a moment on")
@pytest.mark.parametrize(("kind", "options"), [("JPEG", "{'quality': 50}"), ("PNG", "{'compress_level': 1}")])
def test_sixty_megapixels_are_read_in_moderate_memory(kind: str, options: str) -> None:
    program = _WORK_WITH_60_MEGAPIXELS.replace("KIND", kind).replace("OPTIONS", options)
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    width, height, megabytes = map(int, told)
    assert (width, height) == (2560, 1906)
    assert megabytes < 600


_FILES = [
    with_origin(6),
    saved(two_halves(), "PNG"),
    saved(two_halves(), "GIF"),
    saved(two_halves(), "WEBP"),
    saved(two_halves(), "TIFF", compression="tiff_lzw"),
    saved(two_halves(), "BMP"),
]


@given(
    file=st.sampled_from(_FILES),
    flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), max_size=8),
    kept=st.one_of(st.just(1.0), st.floats(0, 1)),
)
def test_a_damaged_file_is_read_or_refused_but_never_more(
    file: bytes, flips: list[tuple[float, int]], kept: float
) -> None:
    damaged = bytearray(file)
    for place, change in flips:
        damaged[int(place * len(damaged))] ^= change
    try:
        photo = read_photo(bytes(damaged[: int(kept * len(damaged))]))
    except InputError:
        return
    Image.open(io.BytesIO(photo.whole)).load()


def test_boxes_cut_a_photo_into_pieces() -> None:
    left, right = cut_photo(read_photo(saved(two_halves(600, 400))).whole, [(0, 0, 400, 1000), (600, 500, 1000, 1000)])
    assert (left.width, left.height, right.width, right.height) == (240, 400, 240, 200)
    assert colour(Image.open(io.BytesIO(left.whole)), 0.5, 0.5) == "red"
    assert colour(Image.open(io.BytesIO(right.whole)), 0.5, 0.5) == "blue"


def test_a_box_may_be_as_thin_as_a_pixel_but_not_nothing() -> None:
    whole = read_photo(saved(two_halves())).whole
    (piece,) = cut_photo(whole, [(999, 999, 1200, 1200)])
    assert (piece.width, piece.height) == (1, 1)
    with pytest.raises(InputError):
        cut_photo(whole, [(500, 0, 500, 1000)])
