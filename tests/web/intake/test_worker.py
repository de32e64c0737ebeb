"""A worker killed at any moment: started again it loses nothing and doubles nothing."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.databases import NewDatabase
from tests.web.reports import PLAN, REVIEW

pytestmark = [pytest.mark.slow, pytest.mark.longest]
_KILLS = 50
_PLACES = "东城区 西城区 朝阳区 丰台区 石景山区 海淀区 门头沟区 房山区 通州区 顺义区 昌平区 大兴区"
_TAKE = """
import sys, uuid
from pathlib import Path
from duixian.web.intake.bringing import take_file
for place in sorted(Path(sys.argv[1]).iterdir()):
    take_file(place.name, place.read_bytes(), batch=uuid.uuid4())
"""
_COUNT = """
import json
from duixian.web.intake.models import Intake
from duixian.web.ledger import models
tables = ("Report Section Statement Quantity Claim Commitment Account Verdict Evidence Finding"
          " Observation").split()
print(json.dumps({
    "states": sorted(set(Intake.objects.values_list("state", flat=True))),
    "errors": list(Intake.objects.exclude(error="").values_list("error", flat=True)),
    **{name: getattr(models, name)._default_manager.count() for name in tables},
}))
"""
_START = "import sys; from duixian.web.start import start; start()\n"


@pytest.fixture
def environment(tmp_path: Path, new_database: NewDatabase) -> Iterator[dict[str, str]]:
    """A ledger of its own: in a folder, or in a new PostgreSQL database beside the tests' own."""
    made = {
        **os.environ,
        "DUIXIAN_DATA": str(tmp_path / "data"),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "DJANGO_SETTINGS_MODULE": "duixian.web.settings",
    }
    made.pop("DATABASE_URL", None)
    with new_database() as database:
        yield {**made, **database}


def _python(code: str, *arguments: str, environment: dict[str, str]) -> str:
    command = [sys.executable, "-P", "-c", _START + code, *arguments]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return done.stdout


def _worker(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "duixian.web.manage", "worker", "--until-empty"]
    return subprocess.Popen(command, env=environment)


def _reports(folder: Path) -> Path:
    """Write the reports of twelve districts, two years each, none of them twice the same."""
    folder.mkdir()
    for number, place in enumerate(_PLACES.split()):
        for year, text in enumerate((PLAN, REVIEW)):
            (folder / f"{number:02}-{year}.txt").write_text(
                text.replace("石景山区", place), encoding="utf-8"
            )
    return folder


def test_a_worker_killed_fifty_times_loses_nothing_and_doubles_nothing(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    chance = random.Random(7)  # noqa: S311 - moments to kill at, no secrets
    _python(_TAKE, str(_reports(tmp_path / "reports")), environment=environment)
    for _ in range(_KILLS):
        worker = _worker(environment)
        time.sleep(chance.uniform(0.3, 1.5))
        worker.kill()
        worker.wait()
    assert _worker(environment).wait(timeout=120) == 0
    killed = json.loads(_python(_COUNT, environment=environment))

    undisturbed = {**environment, "DUIXIAN_DATA": str(tmp_path / "undisturbed")}
    undisturbed.pop("DATABASE_URL", None)
    _python(_TAKE, str(tmp_path / "reports"), environment=undisturbed)
    assert _worker(undisturbed).wait(timeout=120) == 0
    assert killed == json.loads(_python(_COUNT, environment=undisturbed))
    assert killed["states"] == ["done"]
    assert (killed["Report"], killed["Account"]) == (24, 12)
