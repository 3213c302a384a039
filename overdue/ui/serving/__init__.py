"""What stands between Streamlit's server and the browser: compression, headers, our name, the way home, an apology."""

from overdue.ui.serving.fault import apologise
from overdue.ui.serving.front import middleware
