"""Who reports to whom, as a graph: chains, spans, depths, layers. Knows no rule, no pack and no file."""

from sotk.graph.exploration import functional_cycles, path_between, to_networkx
from sotk.graph.orggraph import OrgGraph
from sotk.graph.span import PersonSpan, persons_reporting

__all__ = ["OrgGraph", "PersonSpan", "functional_cycles", "path_between", "persons_reporting", "to_networkx"]
