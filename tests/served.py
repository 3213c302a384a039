"""The app in a process of its own, on a port of 127.0.0.1."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
UP = 120.0  # seconds a server may take to start, or to end, on a busy machine


def free_port() -> int:
    """A port nobody listens at, below those a system gives to connections: none takes it before the server does."""
    while True:
        port = random.SystemRandom().randrange(10_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def start(
    port: int,
    where: Path = ROOT,
    options: Sequence[str] = (),
    log: IO[str] | int = subprocess.DEVNULL,
    given: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """The app as the README starts it, up; or another one, ``where`` its app.py lies; ``given`` to its environment."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", *options]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    environment = os.environ | (given or {})
    server = subprocess.Popen(command, cwd=where, env=environment, stdout=log, stderr=subprocess.STDOUT)
    wait_until_up(port, server)
    return server


def wait_until_up(port: int, server: subprocess.Popen[bytes]) -> None:
    """A server takes connections before it answers them: what counts is its health."""
    deadline = time.monotonic() + UP
    while time.monotonic() < deadline:
        assert server.poll() is None, f"the server on {port} ended before it was up"
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    end(server, signal.SIGKILL)
    raise AssertionError(f"nothing answers on {port}")


def end(server: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> None:
    server.send_signal(how)
    server.wait(UP)


@contextmanager
def redis(server: str) -> Iterator[str]:
    """A Redis that is up when this yields its address, and that keeps nothing; ``server`` is the program.

    It has a place of its own instead of a port: nobody else can have taken it.
    """
    with TemporaryDirectory() as folder:
        at = f"{folder}/redis"
        options = ["--port", "0", "--unixsocket", at, "--save", "", "--appendonly", "no", "--dir", folder]
        process = subprocess.Popen([server, *options], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        said = ""
        while "ready to accept connections" not in said.lower():
            line = process.stdout.readline()
            assert line, f"redis-server ended: {said}"
            said += line
        try:
            yield f"unix://{at}?db=0"
        finally:
            process.terminate()
            process.communicate()
