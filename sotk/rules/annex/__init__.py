"""Rules about the annex that carries the chart."""
