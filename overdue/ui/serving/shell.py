"""The served page before a script has run: our name and description in the reader's language, and the way home."""

import gzip
import re
from collections.abc import Awaitable, Callable, MutableMapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from overdue.ui.mover import FILES
from overdue.ui.serving.answer import Answer, asked, give, takes_gzip
from overdue.words import Lang, words

PAGES = frozenset(path.stem for path in (Path(__file__).parents[3] / "pages").glob("*.py")) - {"home"}
PICTURE = Path(__file__).parent / "preview.png"
SHARED = "/preview.png"
FIRST = (
    "color-scheme:light dark;background:Canvas;color:CanvasText;box-sizing:border-box;min-height:100vh;"
    "padding:4rem 1rem;font:1.1rem/1.6 sans-serif"
)
HOST = re.compile(rb"[A-Za-z0-9.:\[\]-]{1,255}$")
# A page lies one step below its server: told so, the browser does not first ask for one under the page's own path.
ABOVE = (
    "<script>window.__streamlit ??= "
    '{BACKEND_BASE_URL: new URL(".", location.origin + location.pathname.replace(/\\/+$/, "")).href}</script>'
)

# One place for "back" a deed: what follows it before the next (a page that is being left has its address written once
# more, a run that was begun anew leads on) is written over that place. Figures are written into the address as they
# are typed, which is no place at all; a page that is left keeps the address it had when the deed was done.
STEPS = """<script>(() => {
  const own = ['part', 'talk', 'view', 'card', 'rule', 'step'];
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  let from = '';  // where the person stood at their last deed, until it has led on
  for (const deed of ['pointerdown', 'keydown', 'click', 'input'])
    addEventListener(deed, () => { from = location.href; }, true);
  addEventListener('popstate', () => { from = ''; }, true);
  history.pushState = (state, title, to) => {
    const here = new URL(location.href), there = new URL(to ?? '', here);
    const typed = there.pathname === here.pathname
      && own.every(key => there.searchParams.get(key) === here.searchParams.get(key));
    if (typed || !from) return replace(state, title, there.href);
    if (from !== here.href) replace(state, title, from);
    from = '';
    push(state, title, there.href);
  };
})()</script>"""


class Shell:
    """Dresses the one HTML file of the app, and leads every path that is no page home, with its query."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, path: str, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Answer a request for anything that may be the page."""
        if path == SHARED:
            await give(send, 200, [(b"content-type", b"image/png"), (b"cache-control", b"max-age=86400")], _picture())
            return
        bare = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
        plain = {**scope, "headers": [pair for pair in scope["headers"] if pair[0].lower() not in bare]}
        answer = Answer()
        await self._app(plain, receive, answer.take)
        if answer.status != 200 or not answer.header(b"content-type").startswith(b"text/html"):
            await give(send, answer.status, answer.without(b"content-length"), bytes(answer.body))
        elif path.strip("/") not in PAGES | {"", "index.html"}:
            query = scope.get("query_string", b"")
            home = b"../" * (path.count("/") - 1) or b"./"
            where = home + (b"?" + query if query else b"")
            await give(send, 307, [(b"location", where), (b"cache-control", b"no-store")], b"")
        else:
            below = path.strip("/") in PAGES
            page, packed = dressed(bytes(answer.body), language(scope), origin(scope), below)
            kept = answer.without(b"content-length", b"etag", b"last-modified", b"accept-ranges", b"vary")
            kept.append((b"vary", b"Accept-Encoding, Accept-Language"))
            if takes_gzip(scope):
                await give(send, 200, [*kept, (b"content-encoding", b"gzip")], packed)
            else:
                await give(send, 200, kept, page)


def language(scope: MutableMapping[str, Any]) -> Lang:
    """The script of the address, else the browser's first language."""
    given = parse_qs(scope.get("query_string", b"").decode("latin-1"), max_num_fields=200).get("lang", [""])[0]
    if given in set(Lang):
        return Lang(given)
    first = asked(scope, b"accept-language").decode("latin-1").lower().split(",")[0]
    if first and not first.startswith("zh"):
        return Lang.EN
    return Lang.HANT if any(mark in first for mark in ("hant", "tw", "hk", "mo")) else Lang.ZH


def origin(scope: MutableMapping[str, Any]) -> str:
    """The app's address as the browser sees it: a shared picture needs a whole one. Empty if odd."""
    host = asked(scope, b"host")
    if not HOST.match(host):
        return ""
    secure = scope.get("scheme") == "https" or asked(scope, b"x-forwarded-proto") == b"https"
    return f"http{'s' if secure else ''}://{host.decode()}{base()}"


def base() -> str:
    """The path the app is served under: empty, or as in ``/debts``."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


@lru_cache(maxsize=64)
def dressed(served: bytes, lang: Lang, origin_: str, below: bool = False) -> tuple[bytes, bytes]:
    """The page with our words, plain and compressed; ``below`` the root it says where its server is.

    >>> page, _ = dressed(b"<html lang='en'><head><title>Streamlit</title></head></html>", Lang.ZH, "http://a")
    >>> b"Streamlit" in page, b'lang="zh-CN"' in page
    (False, True)
    """
    w = words(lang)
    name, about = escape(w("common.name")), escape(w("serving.about"))
    tags = {"title": name, "description": about, "type": "website", "site_name": name}
    if origin_:
        tags["image"] = f"{origin_}{SHARED}"
    head = f'<title>{name}</title>\n    <meta name="description" content="{about}" />'
    head += "".join(f'\n    <meta property="og:{key}" content="{value}" />' for key, value in tags.items())
    head += f"\n    {ABOVE}" if below else ""
    head += f"\n    {STEPS}"
    head += f'\n    <script type="module" async src="./{FILES["mover.js"]}"></script>'  # fetched before it is needed
    page = served.decode()
    page = re.sub(r"<title>.*?</title>", lambda _: head, page, count=1, flags=re.S)
    size = f"{int(st.get_option('theme.baseFontSize')) / 16:g}rem"  # in px it is deaf to a browser's large text
    page = re.sub(r"<html[^>]*>", f'<html lang="{lang.html}" style="font-size:{size}">', page, count=1)
    page = re.sub(r"\s*<link rel=\"service-desc\"[^>]*>", "", page)
    script = escape(w("serving.noscript"))
    page = re.sub(r"<noscript>.*?</noscript>", lambda _: f"<noscript><p>{script}</p></noscript>", page, flags=re.S)
    first = f'<div id="root"><main style="{FIRST}"><h1>{name}</h1><p>{about}</p></main></div>'
    page = page.replace('<div id="root"></div>', first, 1)  # read while the app is on its way; then it is replaced
    page = re.sub(r"\s*<!--.*?-->", "", page, flags=re.S).lstrip()
    made = page.encode()
    return made, gzip.compress(made, 9, mtime=0)


@lru_cache(maxsize=1)
def _picture() -> bytes:
    return PICTURE.read_bytes()
