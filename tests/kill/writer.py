"""`workshop rehearse` as it is, which in these tests also tells what it opened, closed and went to.

Each line is written after its act is durable, so a line that was read is an act that was acknowledged. Started as
`python -m tests.kill.writer SESSION|new OPTIONS`, and killed from outside.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

from workshop.cli import main
from workshop.services.evaluation import evaluations
from workshop.services.sessions import running
from workshop.services.voting import polls

_STEPS: dict[Any, tuple[str, ...]] = {
    polls: ("open_poll", "close_poll", "reveal_poll"),
    evaluations: ("open_form", "close_form"),
    running: ("start_session", "begin_activity", "close_session"),
}


def _told(act: Callable[..., Any], kind: str) -> Callable[..., Any]:
    def acting(*arguments: Any, **named: Any) -> Any:
        changed = act(*arguments, **named)
        record = changed.record
        if kind == "session":
            session = record.session
            line = {"id": str(session.id), "state": session.state.value, "at": str(session.current_activity_id or "")}
        else:
            line = {"id": str(record.id), "state": record.state.value}
        sys.stdout.write(json.dumps({"act": kind, **line}) + "\n")
        sys.stdout.flush()
        return changed

    return acting


if __name__ == "__main__":
    for module, kind in ((polls, "poll"), (evaluations, "form"), (running, "session")):
        for name in _STEPS[module]:
            setattr(module, name, _told(getattr(module, name), kind))
    sys.exit(main(["rehearse", *sys.argv[1:]]))
