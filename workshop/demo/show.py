"""The order of the demo: what is played, and which picture is taken when."""

from workshop.demo.pictures import Pictures
from workshop.demo.play import LastSession


def show(session: LastSession, pictures: Pictures) -> None:
    """Prepare, hold and close the last session of the sample, with pictures of every page and every state."""
    project, held, ours = session.project_id, session.held_id, session.session_id
    pictures.console("start", project=project)
    pictures.console("prepare", project=project, session=ours)
    pictures.console("participants", project=project, session=ours)
    pictures.screen("welcome", lambda stage: stage.show_welcome(ours))
    session.come_in()
    _evaluation(session, pictures)
    _vote(session, pictures)
    _ideas(session, pictures)
    session.finish()
    pictures.screen("thanks", lambda stage: stage.show_thanks(ours))
    session.decide()
    pictures.console("project", project=project, session=ours)
    pictures.console("ideas", project=project, session=held)
    pictures.console("votes", project=project, session=ours)
    pictures.console("evaluation", project=project, session=ours)
    pictures.console("follow-ups", project=project, session=ours)
    pictures.console("reports", project=project, session=ours)
    pictures.console("settings", project=project, session=ours)


def _ideas(session: LastSession, pictures: Pictures) -> None:
    project, ours = session.project_id, session.session_id
    activity = session.activity_of(board=True)
    session.go_to(activity)
    session.give_ideas()
    pictures.screen("activity", lambda stage: stage.show_activity(ours, activity.id))
    pictures.screen("idea-booth", lambda stage: stage.show_idea_booth(ours, activity.id))
    pictures.screen("break", lambda stage: stage.show_break(ours))
    pictures.screen("covered", lambda stage: stage.cover())
    pictures.stage.uncover()
    pictures.console("run", project=project, session=ours, name="run-ideas")


def _evaluation(session: LastSession, pictures: Pictures) -> None:
    form = session.forms[0]
    session.go_to(session.activity_of(form=form))
    session.open_form(form)
    pictures.screen("evaluation-booth", lambda stage: stage.show_evaluation_booth(form.id))
    pictures.console("run", project=session.project_id, session=session.session_id, name="run-evaluation")
    session.answer(form)


def _vote(session: LastSession, pictures: Pictures) -> None:
    project, ours = session.project_id, session.session_id
    session.go_to(session.activity_of(poll=True))
    session.open_vote()
    poll = session.poll
    code = [*session.code_of_waiting_voter]
    for name, keys in (
        ("voting-1-code", []),
        ("voting-2-rules", [*code, "Enter"]),
        ("voting-3-ballot", [*code, "Enter", "Enter", "Space", "Space"]),
    ):
        pictures.screen(name, lambda stage: stage.show_voting_booth(poll.id), keys)
    pictures.console("run", project=project, session=ours)
    pictures.console("votes", project=project, session=ours, name="votes-open")
    session.end_vote()
    pictures.screen("result", lambda stage: stage.show_result(poll.id))
