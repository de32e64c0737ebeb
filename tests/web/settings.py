"""The settings under test: those of the site, with nothing left over from the shell but the database.

They are loaded before any test module, so the folder of the data is chosen here.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_DATA = tempfile.mkdtemp(prefix="duixian-tests-")
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("DUIXIAN_")]:
    if _name != "DUIXIAN_SCREENSHOTS":  # it asks the tests in a browser for pictures
        del os.environ[_name]
os.environ["DUIXIAN_DATA"] = _DATA
# Tests that drive a browser leave its event loop running in the thread of all tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from duixian.web.settings import *  # noqa: E402, F403
from duixian.web.settings import LOGGING, STATIC_ROOT, STORAGES  # noqa: E402

STATIC_ROOT.mkdir()
SECRET_KEY = "for-tests-only-" + "0123456789" * 5
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Static files are read where they lie: nothing is collected before tests.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
LOGGING["loggers"]["duixian"]["level"] = "CRITICAL"
