"""The theme, which Streamlit tells the browser before every run: put together once, for it never changes."""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_read = app_session._populate_theme_msg  # noqa: SLF001  # there is no door to it


@cache
def _told(section: str) -> CustomThemeConfig:
    told = CustomThemeConfig()
    _read(told, section)
    return told


def _copied(msg: CustomThemeConfig, section: str = "theme") -> None:
    told = _told(section)
    if told.ByteSize():  # a section that sets nothing leaves nothing behind
        msg.MergeFrom(told)


def keep() -> None:
    """From now on copy what the settings say of a section: reading them anew was a tenth of each change."""
    app_session._populate_theme_msg = _copied  # noqa: SLF001
