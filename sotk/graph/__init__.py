"""Who reports to whom, as a graph: chains, spans, depths, layers, and what they measure. Knows no rule."""

from sotk.graph.exploration import functional_cycles, path_between, to_networkx
from sotk.graph.metrics import Complexity, Layer, Metrics, Posts, metrics
from sotk.graph.orggraph import OrgGraph
from sotk.graph.span import PersonSpan, persons_reporting

__all__ = [
    "Complexity",
    "Layer",
    "Metrics",
    "OrgGraph",
    "PersonSpan",
    "Posts",
    "functional_cycles",
    "metrics",
    "path_between",
    "persons_reporting",
    "to_networkx",
]
