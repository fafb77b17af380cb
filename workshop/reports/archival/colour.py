"""What the colours of the pages mean: sRGB (IEC 61966-2-1), by a profile inside the file."""

from functools import cache
from typing import Any, cast

from pikepdf import Dictionary, Name, Object, Pdf, String
from PIL import ImageCms

_MADE = slice(24, 36)  # bytes of an ICC header that hold the time at which the profile was made
_YEAR_2000 = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def intent(pdf: Pdf) -> Object:
    """The output intent of the file."""
    profile = pdf.make_stream(_srgb())
    profile.N = 3
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
    )


@cache
def _srgb() -> bytes:
    """The profile with a fixed time, so that equal reports have equal bytes."""
    made = cast("Any", ImageCms.createProfile("sRGB"))  # pyright: ignore[reportUnknownMemberType]
    profile = bytearray(ImageCms.ImageCmsProfile(made).tobytes())
    profile[_MADE] = _YEAR_2000
    return bytes(profile)
