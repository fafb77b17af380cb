"""`workshop tally FILE --rule RULE`: counts a PrefLib or Pabulib file."""

import argparse
from pathlib import Path

from workshop.commands.common import file_content
from workshop.commands.printing import print_json, print_table
from workshop.commands.tally_words import heading_of, notes_of, table_of
from workshop.exchange.ballot_files import BallotFile
from workshop.exchange.votes import read_ballots, vote_of
from workshop.language import Language, mark
from workshop.methods.voting.lot import draw_lot
from workshop.methods.voting.rules import RULES, Rule, Vote, Way, count
from workshop.methods.voting.tally import as_json
from workshop.models.errors import InputError

UTILITIES = ("cost", "approval")
COMPLETIONS = ("none", "add1", "add1u")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """The file, the rule, and what some rules may be told."""
    say = language.say
    parser.add_argument(
        "file",
        metavar="FILE",
        help=say(
            "a PrefLib file (.soc, .soi, .toc, .toi, .cat) or a Pabulib file (.pb); the first category of a .cat is approval "
            "(the second no, the third abstained, for majority), rankings of two options each are comparisons"
        ),
    )
    parser.add_argument(
        "--rule", required=True, choices=sorted(RULES), metavar="RULE",
        help=say("how it is counted: {rules}", rules=", ".join(RULES)),
    )  # fmt: skip
    parser.add_argument("--seats", type=int, metavar="K", help=say("how many are to be chosen; with stv 1 without it"))
    parser.add_argument(
        "--utility", choices=UTILITIES, help=say("equal-shares: what an option is worth to its voters; by default cost")
    )
    parser.add_argument(
        "--completion", choices=COMPLETIONS,
        help=say("equal-shares: how money that is left is used; by default add1u"),
    )  # fmt: skip
    parser.add_argument(
        "--lot",
        metavar="SEED",
        help=say("draw the order that decides ties from this seed; by default it is that of the file"),
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Count the file and print the result, for people or as JSON."""
    rule = RULES[options.rule]
    _check_options(options, rule)
    file = read_ballots(Path(options.file).name, file_content(Path(options.file)))
    vote = vote_of(file)
    _check_fit(rule, vote, file)
    way = Way(
        seats=options.seats,
        utility=options.utility or "cost",
        completion=options.completion or "add1u",
        lot=vote.options if options.lot is None else draw_lot(vote.options, options.lot),
    )
    tally = count(rule.name, vote, way)
    if options.json:
        print_json(as_json(tally, file.names))
        return 0
    print(heading_of(language, tally, file))
    print()
    print_table(table_of(language, tally, file))
    for line in notes_of(language, tally, file, lot=way.lot, seed=options.lot):
        print(line)
    return 0


def _check_options(options: argparse.Namespace, rule: Rule) -> None:
    """Refuse what would be given in vain, so that nobody believes that it counted."""
    if options.seats is not None and options.seats < 1:
        raise InputError(mark("The number of seats is 1 or more."))
    for name, fits in (
        ("seats", rule.fills_seats),
        ("utility", rule.name == "equal-shares"),
        ("completion", rule.name == "equal-shares"),
    ):
        if getattr(options, name) is not None and not fits:
            raise InputError(mark("{option} means nothing to the rule {rule}.", option=f"--{name}", rule=rule.name))


def _check_fit(rule: Rule, vote: Vote, file: BallotFile) -> None:
    if rule.form_of(vote) is None:
        fitting = [
            name
            for name, other in RULES.items()
            if other.form_of(vote) and (vote.budget is not None or not other.spends)
        ]
        raise InputError(
            mark(
                "The rule {rule} cannot count the ballots of a file of the kind {kind}. Rules that can: {rules}.",
                rule=rule.name,
                kind=file.kind.value,
                rules=", ".join(fitting),
            )
        )
    if rule.spends and (vote.budget is None or not vote.costs):
        raise InputError(
            mark("The rule {rule} needs costs and a budget, which the file does not have.", rule=rule.name)
        )
