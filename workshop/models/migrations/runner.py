"""Brings a database to the newest schema with Alembic, inside the transaction it is given."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def migrate(connection: Connection, *, to: str = "head") -> None:
    """Run every revision that is still to come up to `to`; an exception leaves the transaction to be rolled back."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
