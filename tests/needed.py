"""Programs that tests drive: where one is missing a test says so and is passed over. In CI that fails the run
(``conftest``), so no test asks where it is.
"""

from __future__ import annotations

import shutil

import pytest


def needs(package: str, *programs: str) -> pytest.MarkDecorator:
    """Pass over what is marked where one of the programs of a Debian package is missing."""
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"no {', '.join(missing)} (Debian package: {package})")
