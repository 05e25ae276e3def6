"""Overlays: what a picture says of each unit beyond its name. Each is a function that makes an `Overlay`."""

from sotk.chart.overlays.absent import told
from sotk.chart.overlays.overlay import Ghost, Look, Overlay, joined

__all__ = ["Ghost", "Look", "Overlay", "joined", "told"]
