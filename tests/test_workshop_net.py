"""A laptop serves a room: two network namespaces of the test's own, the app in one, a phone in the other."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy import workshop
from overdue.words import Lang, words

ROOT = Path(__file__).parents[1]
LAPTOP, PHONE = f"overdue-laptop-{os.getpid()}", f"overdue-phone-{os.getpid()}"  # another run may be going on here
ADDRESS = "10.77.1.1"
ASK = "import sys, urllib.request as u; r = u.urlopen(sys.argv[1], timeout=100); print(r.status, r.read().decode())"


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture
def room() -> Iterator[None]:
    """Two namespaces joined by a cable, and by nothing else to anything else."""
    why = "" if shutil.which("ip") and hasattr(os, "geteuid") and os.geteuid() == 0 else "it wants ip and root"
    try:
        if not why:
            for name in (LAPTOP, PHONE):
                subprocess.run(["ip", "netns", "del", name], capture_output=True, timeout=120)
                run("ip", "netns", "add", name)
            run("ip", "link", "add", "wlan0", "netns", LAPTOP, "type", "veth", "peer", "name", "wlan0", "netns", PHONE)
            for name, address in ((LAPTOP, ADDRESS), (PHONE, "10.77.1.2")):
                run("ip", "-n", name, "addr", "add", f"{address}/24", "dev", "wlan0")
                for link in ("lo", "wlan0"):
                    run("ip", "-n", name, "link", "set", link, "up")
    except subprocess.CalledProcessError as error:
        why = error.stderr
    if why:
        pytest.skip(f"a laptop that serves a room; {why} (Debian package: iproute2)")
    yield
    for name in (LAPTOP, PHONE):
        run("ip", "netns", "del", name)


@pytest.mark.usefixtures("room")
def test_a_phone_gets_the_page_at_the_address_that_is_printed() -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("ADDRESS", "PORT")} | {"LANG": "zh_CN.UTF-8"}
    laptop = subprocess.Popen(
        ["ip", "netns", "exec", LAPTOP, sys.executable, "-m", "deploy.workshop"],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert laptop.stdout is not None
        told = ""
        for line in laptop.stdout:
            told += line
            if "举手猜" in line:
                break
        found = re.search(rf"http://{re.escape(ADDRESS)}:\d+/workshop", told)
        assert found is not None, told
        answer = run("ip", "netns", "exec", PHONE, sys.executable, "-c", ASK, found[0])
        assert answer.startswith("200") and f"<title>{words(Lang.ZH)('common.name')}" in answer
        assert "█" in told or "▀" in told  # the code, drawn in the terminal
        assert "热点" in told  # what to do where the network keeps guests apart
        laptop.send_signal(signal.SIGINT)
        assert laptop.wait(120) == 0 and words(Lang.ZH)("workshop.serve.over") in laptop.stdout.read()
    finally:
        laptop.kill()
        laptop.wait()
    still = subprocess.run(["ip", "netns", "pids", LAPTOP], capture_output=True, text=True, timeout=120).stdout
    assert still.split() == []  # nothing serves on


@pytest.mark.usefixtures("room")
def test_without_a_network_it_says_so_and_ends() -> None:
    run("ip", "-n", LAPTOP, "link", "del", "wlan0")
    environment = os.environ | {"LANG": "en_GB.UTF-8", "ADDRESS": "", "PORT": ""}
    told = subprocess.run(
        ["ip", "netns", "exec", LAPTOP, sys.executable, "-m", "deploy.workshop"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert told.returncode == 1 and told.stdout.strip() == words(Lang.EN)("workshop.serve.no_network")


def test_an_address_of_somebody_else_is_no_port_here() -> None:
    assert workshop.free_port("192.0.2.9", 8501) is None
    assert workshop.free_port("127.0.0.1", 8501) is not None
