"""The part of `workshop verify` that looks at archives."""

import argparse
from pathlib import Path

from workshop.commands.common import finished
from workshop.commands.printing import print_error, print_json
from workshop.language import Language
from workshop.models.records.archives import CheckedBag
from workshop.services.archiving.bag_check import verify_bag


def verify_archive(place: Path, options: argparse.Namespace, language: Language) -> int:
    """Look an archive through and tell every file that is not as it was made."""
    checked = finished(verify_bag(place))
    if options.json:
        print_json(_plain(place, checked, language))
        return 0 if checked.sound else 1
    if checked.sound:
        print(" · ".join(filter(None, (checked.document_number, checked.title))))
        print(language.say("The archive is whole and unchanged; it holds {n} files.", n=checked.files))
    for finding in checked.findings:
        print_error(language.tell(finding))
    return 0 if checked.sound else 1


def _plain(place: Path, checked: CheckedBag, language: Language) -> dict[str, object]:
    told = zip(checked.differences, checked.findings, strict=True)
    return {
        "kind": "archive",
        "place": str(place),
        "sound": checked.sound,
        "title": checked.title,
        "document_number": checked.document_number,
        "made_on": checked.made_on,
        "manifest": checked.manifest,
        "files": checked.files,
        "findings": [{"fault": fault, "file": file, "told": language.tell(words)} for (fault, file), words in told],
    }
