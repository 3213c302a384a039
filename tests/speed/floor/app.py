"""The yardstick: the smallest app of a comparable job. Two figures, a chart of three lines over a year, a sum."""

import plotly.graph_objects as go
import streamlit as st


def chart() -> None:
    principal = st.number_input("principal", 0.0, 1e7, 10_000.0, key="principal")
    rate = st.slider("rate", 0.0, 36.0, 18.0, key="rate")
    days = list(range(366))
    lines = [
        go.Scatter(x=days, y=[principal * (1 + part * rate * day / 36_000) for day in days], stackgroup="owed")
        for part in (1, 2, 3)
    ]
    st.plotly_chart(go.Figure(lines, {"title": f"{principal:,.2f}"}), key="chart")
    st.metric("after a year", f"{principal * (1 + 365 * rate / 36_000):,.2f}")


def other() -> None:
    st.write("nothing")


st.set_page_config(page_title="floor", layout="wide")
st.navigation([st.Page(chart, default=True), st.Page(other)]).run()
