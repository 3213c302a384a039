"""A laptop serves a room: the app on the Wi-Fi's own address, which is found, tried and shown with its QR. No internet.

make workshop                       Ctrl-C ends it
make workshop ADDRESS=192.168.1.7   another address of this machine
make workshop PORT=8600             another port
"""

import contextlib
import os
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from ipaddress import IPv4Address
from pathlib import Path

import segno

from overdue.words import Lang, Words, words

ROOT = Path(__file__).parents[1]
PORT, PORTS, PATIENCE = 8501, 10, 120  # the first port tried, how many, seconds until the app must be up
VIRTUAL = ("docker", "br-", "veth", "virbr", "vbox", "vmnet", "tun", "utun", "tap", "zt", "tailscale")
NOWHERE = "192.0.2.1"  # kept free for examples: nothing is sent to it, the system only names the way it would take


def addresses() -> list[str]:
    """The machine's addresses that others may reach, the likeliest first; virtual networks last."""
    found = [*_on_the_way(), *(one for _, one in sorted(_of_interfaces())), *_of_the_name()]
    real = (one for one in dict.fromkeys(found) if not IPv4Address(one).is_loopback)
    return sorted(real, key=lambda one: IPv4Address(one).is_link_local)


def _on_the_way() -> Iterator[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect((NOWHERE, 9))
        yield probe.getsockname()[0]


def _of_interfaces() -> Iterator[tuple[bool, str]]:
    """Whether virtual, and the address, of each interface, where the system lets itself be asked (Linux, macOS)."""
    try:
        import fcntl
    except ImportError:
        return
    ask = 0xC0206921 if sys.platform == "darwin" else 0x8915
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with contextlib.suppress(OSError):
                told = fcntl.ioctl(probe.fileno(), ask, struct.pack("256s", name.encode()[:15]))
                yield name.startswith(VIRTUAL), socket.inet_ntoa(told[20:24])


def _of_the_name() -> Iterator[str]:
    with contextlib.suppress(OSError):
        yield from (str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET))


def free_port(address: str, first: int) -> int | None:
    """The first free port of ten; None if all are taken, or the address is not this machine's."""
    for port in range(first, first + PORTS):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
            return port
    return None


def answers(base: str, name: str) -> bool:
    """Whether the app's own page comes from that address."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"{base}/workshop", timeout=5) as page:
            return page.status == 200 and name in page.read().decode("utf-8", "replace")
    except OSError:
        return False


def main() -> int:
    """Serve until Ctrl-C; 1 with a sentence where that cannot be."""
    w = words(Lang.EN if os.environ.get("LANG", "").startswith("en") else Lang.ZH)
    named = os.environ.get("ADDRESS")
    found = [named] if named else addresses()
    if not found:
        print(w("workshop.serve.no_network"))
        return 1
    port = free_port(found[0], int(os.environ.get("PORT") or PORT))
    if port is None:
        print(w("workshop.serve.no_port", address=found[0]))
        return 1
    base = f"http://{found[0]}:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    command += [f"--server.address={found[0]}", f"--server.port={port}", f"--browser.serverAddress={found[0]}"]
    app = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"PUBLIC_ADDRESS": base}, stdout=subprocess.DEVNULL, start_new_session=True
    )
    signal.signal(signal.SIGTERM, lambda *_: _stop())
    signal.signal(signal.SIGINT, lambda *_: _stop())  # a shell may have begun it deaf to Ctrl-C
    try:
        return _serve(app, base, found[1:], w)
    except KeyboardInterrupt:
        print(w("workshop.serve.over"))
        return 0
    finally:
        app.terminate()
        app.wait(60)


def _stop() -> None:
    raise KeyboardInterrupt


def _serve(app: subprocess.Popen[bytes], base: str, others: list[str], w: Words) -> int:
    name, until = w("common.name"), time.monotonic() + PATIENCE
    while app.poll() is None and time.monotonic() < until and not answers(base, words(Lang.ZH)("common.name")):
        time.sleep(0.2)
    if app.poll() is not None or time.monotonic() >= until:
        print(w("workshop.serve.not_up", address=base))
        return 1
    print(f"\n{name}\n")
    segno.make(f"{base}/workshop", error="m", micro=False).terminal(compact=True)
    print(f"\n  {base}/workshop\n")
    print(w("workshop.serve.reached", address=base))
    if others:
        print(w("workshop.serve.others", addresses=" ".join(others)))
    print(w("workshop.serve.apart"))
    sys.stdout.flush()
    return app.wait()


if __name__ == "__main__":
    sys.exit(main())
