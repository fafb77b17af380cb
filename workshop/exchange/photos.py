"""Photos as the library keeps them: upright, of a modest size, without a trace of where and with what they were taken."""

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from PIL import Image, ImageCms

from workshop.language import mark
from workshop.models.errors import InputError

MOST_BYTES = 40 * 1024 * 1024  # of a file that is read
MOST_PIXELS = 80_000_000  # of a file that is read
LONGEST = 2560  # pixels of the longest side as it is kept
LARGEST = 1_500_000  # bytes as it is kept
SMALL = 480  # pixels of the longest side of the small copy
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")

_ORIENTATION = 0x0112  # the EXIF tag that says how the camera was held
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_FROM_CAMERAS = {"JPEG", "MPO"}  # MPO is a JPEG with a further picture behind it, as many phones write it
_FEW_COLOURS = 4096  # a drawing or a screenshot has no more; a photo has hundreds of thousands
_QUALITIES = (88, 80, 70, 60)
_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}

NOT_A_PICTURE = mark("This file is not a picture that can be read. JPEG, PNG, WebP and GIF can.")
INCOMPLETE = mark("This picture is damaged or incomplete. Please copy it again.")
TOO_HEAVY = mark("This picture file is larger than 40 MB. Please save it smaller first.")
TOO_MANY_PIXELS = mark("This picture has more than 80 million pixels. Please save it smaller first.")
HEIC = mark("Photos in HEIC format cannot be read. Please choose JPEG on the phone.")

# Pillow warns of a bomb up to twice its limit; here it is refused from the limit on, before anything is unpacked.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture to be kept: the file, a small copy, the size in pixels; `content` is the SHA-256 of the file."""

    whole: bytes
    small: bytes
    width: int
    height: int
    content: str


def read_photo(data: bytes) -> Photo:
    """A photo from the bytes of any picture file; of an animation the first frame.

    The result is a JPEG, or a PNG for drawings and transparency, in sRGB and without EXIF. Raises InputError in one sentence.
    """
    if len(data) > MOST_BYTES:
        raise InputError(TOO_HEAVY)
    image = _open(data)
    if image.width * image.height > MOST_PIXELS:
        raise InputError(TOO_MANY_PIXELS)
    try:
        return _photo(_plain(image), drawn=image.format not in _FROM_CAMERAS)
    except Exception as error:  # a damaged file can fail anywhere in a decoder, in any way
        raise InputError(INCOMPLETE) from error


def kept_photo(data: bytes) -> Photo:
    """A photo that another library kept, taken as it is; raises InputError where no library would have kept it so."""
    image = _open(data) if len(data) <= MOST_BYTES else None
    if image is None or image.format not in {"JPEG", "PNG"} or max(image.size) > LONGEST:
        raise InputError(NOT_A_PICTURE)
    try:
        small = _smaller(_in_eight_bits(image), SMALL)
        clear = image.format == "PNG"
        return _files(image, data, _png(small) if clear else _encoded(_on_white(small), 82))
    except Exception as error:  # a damaged file can fail anywhere in a decoder, in any way
        raise InputError(INCOMPLETE) from error


def cut_photo(data: bytes, boxes: Sequence[tuple[int, int, int, int]]) -> tuple[Photo, ...]:
    """Pieces of a kept picture; boxes are left, top, right, bottom in thousandths of its width and height.

    Raises InputError for a box without a surface.
    """
    image = _open(data)
    drawn = image.format not in _FROM_CAMERAS
    image.load()
    return tuple(_photo(image.crop(_pixels(box, image.width, image.height)), drawn=drawn) for box in boxes)


def _pixels(box: tuple[int, int, int, int], width: int, height: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = (max(0, min(1000, side)) for side in box)
    if left >= right or top >= bottom:
        raise InputError(mark("Please draw the box around a part of the photo."))
    x, y = min(left * width // 1000, width - 1), min(top * height // 1000, height - 1)
    return x, y, max(x + 1, -(-right * width // 1000)), max(y + 1, -(-bottom * height // 1000))


def _open(data: bytes) -> Image.Image:
    """The picture with its header read and nothing unpacked."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise InputError(HEIC)
    try:
        return Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InputError(TOO_MANY_PIXELS) from error
    except Exception as error:  # a damaged header can fail in any way
        raise InputError(NOT_A_PICTURE) from error


def _plain(image: Image.Image) -> Image.Image:
    """Unpacked, small enough, upright, in sRGB."""
    profile = image.info.get("icc_profile")
    image.draft("RGB", (LONGEST, LONGEST))  # a JPEG is unpacked at half or a quarter where that is enough
    image.load()
    turn = _turn(image)  # only now: a TIFF is put upright while it is unpacked, and a PNG may say it behind its pixels
    made = _smaller(_in_eight_bits(image), LONGEST)
    made = _in_srgb(made, profile)
    return made.transpose(turn) if turn is not None else made


def _turn(image: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # broken EXIF says nothing of the picture itself
        return None


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """As a mode that can be made smaller: L, RGB, RGBA or CMYK."""
    if image.mode == "P" or "transparency" in image.info:
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode in {"LA", "PA", "La", "RGBa"}:
        return image.convert("RGBA")
    if image.mode.startswith("I") or image.mode == "F":
        low, high = image.getextrema()
        reach = max(float(high) - float(low), 1.0)  # type: ignore[arg-type]
        wide = _smaller(image.convert("F"), LONGEST)
        return wide.point(lambda value: value * (255 / reach) - float(low) * (255 / reach)).convert("L")  # type: ignore[arg-type]
    return image if image.mode in {"L", "RGB", "RGBA", "CMYK"} else image.convert("RGB")


def _smaller(image: Image.Image, longest: int) -> Image.Image:
    """With its longest side at most so many pixels."""
    side = max(image.size)
    if side <= longest:
        return image
    size = (max(1, round(image.width * longest / side)), max(1, round(image.height * longest / side)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """In the colours of every screen; a profile that cannot be used is left aside."""
    if profile and image.mode in {"RGB", "CMYK", "RGBA"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
            made = ImageCms.profileToProfile(
                image, source, target, outputMode="RGB" if image.mode == "CMYK" else image.mode
            )
            image = made or image
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image if image.mode in {"L", "RGB", "RGBA"} else image.convert("RGB")


def _photo(image: Image.Image, *, drawn: bool) -> Photo:
    """As files, without anything but the pixels; a drawing stays sharp as PNG where that is not too large."""
    image = image.copy()
    image.info = {}  # comments, profiles, times and the like would be written again
    clear = image.mode == "RGBA" and image.getchannel("A").getextrema()[0] != 255
    if image.mode == "RGBA" and not clear:
        image = image.convert("RGB")
    if clear or (drawn and image.getcolors(_FEW_COLOURS) is not None):
        whole = _png(image)
        if len(whole) <= LARGEST:
            return _files(image, whole, _png(_smaller(image, SMALL)))
    image, whole = _jpeg(_on_white(image))
    return _files(image, whole, _encoded(_smaller(image, SMALL), 82))


def _files(image: Image.Image, whole: bytes, small: bytes) -> Photo:
    return Photo(whole, small, image.width, image.height, sha256(whole).hexdigest())


def _jpeg(image: Image.Image) -> tuple[Image.Image, bytes]:
    """Of the best quality that is not too large; a picture of nothing but noise gets smaller as well."""
    while True:
        for quality in _QUALITIES:
            whole = _encoded(image, quality)
            if len(whole) <= LARGEST:
                return image, whole
        image = _smaller(image, max(image.size) * 4 // 5)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _encoded(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def can_be_read(data: bytes) -> bool:
    """Whether these are the bytes of a whole picture."""
    try:
        _open(data).load()
    except Exception:  # a damaged file can fail anywhere in a decoder, in any way
        return False
    return True
