"""How fast a change is, as a ratio to the least a Streamlit app can do, measured in the same run: ``make speed``."""
