"""What the app's own middleware answers, beside a server that is only played."""

from __future__ import annotations

import asyncio
import gc
import gzip
import logging
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from overdue.ui.serving import fault, front, theme
from overdue.ui.serving.front import Front
from overdue.words import Lang, words

INDEX = (
    b'<!-- notice -->\n<html lang="en"><head><title>Streamlit</title></head><body><noscript>x</noscript>'
    b'<div id="root"></div></body></html>'
)
SCRIPT = b"const words = 'again and again';" * 200


class Played:
    """A server with one script and one page for everything else; counts what it was asked."""

    def __init__(self):
        self.asked = []

    async def __call__(self, scope, _receive, send):
        self.asked.append(scope["path"])
        page = not scope["path"].startswith(("/static/", "/_stcore/"))
        kind = b"text/html; charset=utf-8" if page else b"text/javascript"
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind), (b"etag", b"1")]}
        )
        await send({"type": "http.response.body", "body": INDEX if page else SCRIPT})


async def one(front, path, query=b"", method="GET", **headers):
    got = []

    async def send(message):
        got.append(message)

    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    await front({"type": "http", "method": method, "path": path, "query_string": query, "headers": pairs}, None, send)
    head = dict(got[0]["headers"])
    return got[0]["status"], head, b"".join(message.get("body", b"") for message in got[1:])


def played(scene):
    """Run it in a loop of its own: a browser driven in the same process has one running here already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, scene).result()


def ask(path, *args, **kwargs):
    return played(one(Front(Played()), path, *args, **kwargs))


@pytest.mark.parametrize("path", ["/", "/penalty", "/static/a.js", "/_stcore/health", "/_stcore/metrics"])
def test_every_answer_bears_the_headers(path):
    _, head, _ = ask(path)
    assert head[b"x-content-type-options"] == b"nosniff" and head[b"referrer-policy"] == b"no-referrer"
    assert b"frame-ancestors 'self'" in head[b"content-security-policy"]
    assert b"http:" not in head[b"content-security-policy"] and b"unsafe-eval" not in head[b"content-security-policy"]


def test_a_script_is_compressed_once_for_everybody_who_comes_meanwhile():
    async def crowd():
        served = Played()
        front = Front(served)
        answers = await asyncio.gather(*(one(front, "/static/a.js", accept_encoding="gzip, br") for _ in range(30)))
        later = await one(front, "/static/a.js", accept_encoding="gzip")
        return served.asked, [*answers, later]

    asked, answers = played(crowd())
    assert asked == ["/static/a.js"]
    assert {gzip.decompress(body) for _, _, body in answers} == {SCRIPT}
    assert all(head[b"content-encoding"] == b"gzip" and len(body) < len(SCRIPT) / 4 for _, head, body in answers)


def test_who_reads_no_gzip_gets_the_script_as_it_is():
    _, head, body = ask("/static/a.js")
    assert body == SCRIPT and b"content-encoding" not in head


@pytest.mark.parametrize(
    ("query", "accepted", "lang"),
    [
        (b"", "", Lang.ZH),
        (b"", "en-GB,zh", Lang.EN),
        (b"", "zh-TW", Lang.HANT),
        (b"lang=en", "zh-CN", Lang.EN),
        (b"lang=zh", "en", Lang.ZH),
        (b"lang=%3Cscript%3E", "en", Lang.EN),
    ],
)
def test_the_page_bears_our_name_in_the_language_of_the_link(query, accepted, lang):
    _, head, body = ask("/penalty", query, accept_language=accepted, host='a"><script>')
    page = unescape(body.decode())
    assert f"<title>{words(lang)('common.name')}</title>" in page and f'lang="{lang.html}"' in page
    assert '<html lang="' + lang.html + '" style="font-size:1.125rem">' in page  # 18 of 16: a browser's own size counts
    assert words(lang)("serving.about") in page.split('<div id="root">')[1]  # words before the app is there
    assert words(lang)("serving.noscript") in page and "Streamlit" not in page and 'a"><script>' not in page
    assert b"etag" not in head


def test_only_a_page_below_the_root_says_where_its_server_is():
    assert b"BACKEND_BASE_URL" in ask("/penalty")[2] and b"BACKEND_BASE_URL" not in ask("/")[2]


@pytest.mark.parametrize(
    ("path", "query", "where"),
    [
        ("/home", b"principal=5", b"./?principal=5"),
        ("/index.php", b"", b"./"),
        ("/a/b", b"x=1", b"../?x=1"),
    ],
)
def test_a_path_that_is_no_page_leads_home_with_its_query(path, query, where):
    status, head, _ = ask(path, query)
    assert (status, head[b"location"]) == (307, where)


def test_the_counters_are_shut_unless_a_setting_opens_them(monkeypatch):
    assert ask("/_stcore/metrics")[0] == 404
    monkeypatch.setenv("OVERDUE_METRICS", "1")
    assert ask("/_stcore/metrics")[0] == 200


def test_the_log_names_the_place_of_a_fault_and_no_figure(caplog):
    try:
        int("principal 3587.25")
    except ValueError as error:
        with caplog.at_level(logging.ERROR):
            assert fault.apologise(error)
    assert "test_serving.py" in caplog.text and "ValueError" in caplog.text and "3587" not in caplog.text
    quiet = logging.getLogger("streamlit.error_util")
    said = logging.LogRecord("a", logging.ERROR, "b", 1, "c", (), (ValueError, ValueError("3587"), None))
    assert not quiet.filter(said)


def test_a_visit_keeps_few_uploads_however_many_it_sends(monkeypatch):
    manager = MemoryUploadedFileManager("/_stcore/upload_file")
    monkeypatch.setattr(front, "get_instance", lambda: SimpleNamespace(uploaded_file_mgr=manager))
    for number in range(20):
        ask(f"/_stcore/upload_file/visit/{number}", method="PUT")
        manager.add_file("visit", UploadedFileRec(str(number), "a.csv", "text/csv", b"x" * 100))
    assert list(manager.file_storage["visit"]) == ["17", "18", "19"]
    ask("/_stcore/upload_file/another/1", method="PUT")
    assert len(manager.file_storage["visit"]) == 3


def test_uploads_of_all_visits_together_are_bounded(monkeypatch):
    kept = MemoryUploadedFileManager("/_stcore/upload_file")
    for number in range(60):
        kept.add_file(f"visit {number}", UploadedFileRec(file_id="1", name="a", type="", data=b"x" * 5_000_000))
    monkeypatch.setattr(front, "get_instance", lambda: SimpleNamespace(uploaded_file_mgr=kept))
    front.make_room("another")
    held = [visit for visit, files in kept.file_storage.items() if files]
    assert held == [f"visit {number}" for number in range(40, 60)]


def test_the_shared_picture_stands_below_the_address_of_the_app(monkeypatch):
    asked = st.get_option
    below = {"server.baseUrlPath": "/a/b/"}
    monkeypatch.setattr("overdue.ui.serving.shell.st.get_option", lambda name: below.get(name) or asked(name))
    _, _, body = ask("/a/b/penalty", host="x.org")
    assert b'content="http://x.org/a/b/preview.png"' in body
    assert ask("/a/b/preview.png")[1][b"content-type"] == b"image/png"


def test_the_old_mode_is_left_before_anybody_has_come(monkeypatch):
    """Beside a folder called pages/ a cold server would run the page of a deep link alone, and then again."""
    monkeypatch.setattr(front.PagesManager, "uses_pages_directory", None)
    front.middleware()
    assert front.PagesManager.uses_pages_directory is False


def test_what_the_server_has_read_is_passed_over_by_every_later_collection():
    read = []
    front.middleware()
    assert all(one is not read for one in gc.get_objects())
    gc.unfreeze()
    assert any(one is read for one in gc.get_objects())


def test_the_theme_is_told_as_streamlit_tells_it_and_its_settings_are_read_once(monkeypatch):
    def told(tell):
        found = {}
        for part in ("theme", *(f"theme.{one.value}" for one in config.CustomThemeCategories)):
            tell(found.setdefault(part, CustomThemeConfig()), part)
        return found

    theirs = told(theme._read)
    assert {part for part, one in theirs.items() if one.ByteSize()} == {"theme", "theme.light", "theme.dark"}
    assert told(theme._copied) == theirs
    monkeypatch.setattr(config, "get_options_for_section", None)
    assert told(theme._copied) == theirs
    whole = CustomThemeConfig()
    theme._copied(whole.light.sidebar, "theme.light.sidebar")
    assert not whole.HasField("light")  # nothing is said of what is not set
