"""`workshop score INSTRUMENT FILE.csv`: scores a file of answers."""

import argparse
from pathlib import Path

from workshop.commands.common import file_content
from workshop.commands.printing import print_json, print_table
from workshop.commands.score_json import as_json
from workshop.commands.score_words import heading_of, notes_of, score_lines, tables_of
from workshop.exchange.sheets import read_table
from workshop.language import Language
from workshop.services.evaluation.score_files import instrument_names, score_table

MOST_ROWS = 1_000_000  # a survey is scored whole; in parts it would be another result


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """The instrument, the file, and the ends of a scale that the instrument leaves open."""
    say = language.say
    parser.add_argument(
        "instrument",
        metavar="INSTRUMENT",
        help=say("{instruments}, or an instrument file (.toml)", instruments=", ".join(instrument_names())),
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        help=say("a .csv or .xlsx file: a row of item names, then a row for each respondent; blank means missing"),
    )
    parser.add_argument(
        "--min", type=int, metavar="N", help=say("the lowest step of the scale; with likert 1 without it")
    )
    parser.add_argument(
        "--max", type=int, metavar="N", help=say("the highest step of the scale; with likert 5 without it")
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Score the file and print the result, for people or as JSON."""
    table = read_table(file_content(Path(options.file)), most_rows=MOST_ROWS)
    score = score_table(options.instrument, table, low=options.min, high=options.max)
    if options.json:
        print_json(as_json(score, language))
        return 0
    print(heading_of(language, score))
    for lines in tables_of(language, score):
        print()
        print_table(lines)
    print()
    for line in (*score_lines(language, score), *notes_of(language, score)):
        print(line)
    return 0
