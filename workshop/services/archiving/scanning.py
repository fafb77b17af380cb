"""Free texts looked through for what points to a person, before an archive is handed on."""

from workshop.language import Message, mark
from workshop.methods.personal_data import find_personal_data
from workshop.services.archiving.gathering import Rows
from workshop.services.archiving.tables import KEPT
from workshop.services.archiving.wording import label_of

_MOST = 20  # texts that are named one by one
_NO_WORDS = {"content", "lot_seed", "lot_seal", "code", "instrument", "template_key"}  # nobody wrote these


def personal_words(rows: Rows) -> list[Message]:
    """Which texts hold what looks like a telephone number, an e-mail address or a resident registration number."""
    found: list[Message] = []
    for name, kept in KEPT.items():
        if kept.personal:
            continue
        for _key, row in sorted(rows[name].items(), key=lambda item: str(item[0])):
            texts = (value for column, value in row.items() if type(value) is str and column not in _NO_WORDS)
            if any(find_personal_data(text) for text in texts):
                found.append(
                    mark(
                        "{what} holds what looks like a telephone number, an e-mail address or the like.",
                        what=label_of(name, row),
                    )
                )
    if len(found) > _MOST:
        return [*found[:_MOST], mark("{n} further texts hold such things.", n=len(found) - _MOST)]
    return found
