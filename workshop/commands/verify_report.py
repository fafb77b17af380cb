"""The part of `workshop verify` that looks at reports."""

import argparse
from pathlib import Path

from workshop.commands.printing import print_error, print_json
from workshop.language import Language
from workshop.services.verification import LIMITS, ReportVerdict, verify_report


def verify_report_file(place: Path, options: argparse.Namespace, language: Language) -> int:
    """Tell whether a report is as it was made, and what this does not prove."""
    verdict = verify_report(place)
    if options.json:
        print_json(_plain(place, verdict, language))
        return 0 if verdict.sound else 1
    print(" · ".join(filter(None, (verdict.number, verdict.title))))
    for file in verdict.files:
        print(f"  {file.name}  SHA-256 {file.sha256}")
    if verdict.sound:
        print(language.say("The report and the data inside it belong together and are unchanged."))
        print(language.tell(LIMITS))
    for difference in verdict.differences:
        print_error(language.tell(difference.told))
    return 0 if verdict.sound else 1


def _plain(place: Path, verdict: ReportVerdict, language: Language) -> dict[str, object]:
    return {
        "kind": "report",
        "place": str(place),
        "sound": verdict.sound,
        "title": verdict.title,
        "document_number": verdict.number,
        "files": verdict.files,
        "findings": [{"fault": each.fault, "told": language.tell(each.told)} for each in verdict.differences],
        "limits": language.tell(LIMITS),
    }
