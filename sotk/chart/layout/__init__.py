"""Layouts: a `Chart` (boxes without places) and a `Measure` in, a `Scene` out. They know no structure."""
