"""Data frames to plotly figures, one module a page; nothing here knows Streamlit."""
