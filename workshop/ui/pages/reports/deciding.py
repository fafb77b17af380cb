"""What was decided on the personal details that were found in the texts of a report."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop.models.records.report_options import PersonalDataFinding, ReportOptions


@dataclass(frozen=True, slots=True)
class Decision:
    """Which texts somebody has `seen`, and which of them are `spared` from being masked.

    It is kept in memory and never written down, since it names what it is about.
    """

    seen: frozenset[str]
    spared: frozenset[str]

    def covers(self, findings: Iterable[PersonalDataFinding]) -> bool:
        """Whether nothing has been found that was not decided on."""
        return all(finding.text in self.seen for finding in findings)

    def applied(self, options: ReportOptions) -> ReportOptions:
        """The options with what was decided; what came later is masked until it has been seen."""
        return replace(options, mask=self.spared < self.seen, spared=self.spared)
