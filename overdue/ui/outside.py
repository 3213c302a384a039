"""The address of this app as others can reach it."""

import os
from urllib.parse import urlencode, urlsplit

import streamlit as st

MARKS = ":~!*"  # of a case's codes, which may stand in an address as they are: a code for phones has no room to waste


def address(page: str, **own: str) -> str:
    """A page for somebody else's phone: the address that was set for the outside, else the one in the bar."""
    base = os.environ.get("PUBLIC_ADDRESS") or "{0.scheme}://{0.netloc}".format(urlsplit(st.context.url or ""))
    asked = f"?{urlencode(own, safe=MARKS)}" if own else ""
    return f"{base.rstrip('/')}/{page}{asked}"
