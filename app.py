"""The door: the script that Streamlit runs, and where no script is running, the server of itself."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from overdue.ui import frame, serving

if get_script_run_ctx(suppress_warning=True) is None:
    app = st.App(Path(__file__), middleware=serving.middleware(), on_script_error=serving.apologise)
else:
    frame.run()
