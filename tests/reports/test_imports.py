"""A report is a function from a record to bytes: it knows no database and no window."""

import subprocess
import sys


def test_reports_load_no_database_and_no_window() -> None:
    program = (
        "import sys, workshop.reports.kinds.session, workshop.reports.kinds.project;"
        "print([name for name in ('sqlalchemy', 'PySide6', 'alembic') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"


def test_service_of_reports_loads_no_report_before_one_is_built() -> None:
    program = "import sys, workshop.services.reporting; print('reportlab' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "False"
