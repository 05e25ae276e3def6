"""Mutation testing of the rules: small faults are put in one at a time, and the tests of the rules run.

python tests/bench/mutate_rules.py [COUNT] [SEED] [PART]

Works on a copy of the repository in a temporary folder. Prints the faults no test noticed, and the share
that was noticed. A fault changes a comparison, a bound, a connective, a negation, or empties a result.
"""

import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = (
    "tests/rules/test_cases.py",
    "tests/rules/test_documentation.py",
    "tests/rules/test_engine.py",
    "tests/rules",
    "tests/graph",
)
COMPARISONS = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


def main(count: int, seed: int, part: str) -> None:
    files = sorted((ROOT / part).rglob("*.py"))
    sites = [
        (path, number)
        for path in files
        for number, _ in enumerate(faults(ast.parse(path.read_text("utf-8"))))
    ]
    chosen = random.Random(seed).sample(sites, min(count, len(sites)))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        kept = shutil.ignore_patterns(".git", ".venv", "*.mo.bak", "__pycache__", ".hypothesis")
        shutil.copytree(ROOT, copy, ignore=kept)
        if not passes(copy):
            sys.exit("the tests fail without any fault")
        missed = 0
        for path, number in chosen:
            text = survived(copy, path, number)
            if text is not None:
                missed += 1
                print(text, flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} faults noticed, of {len(sites)} possible")


def passes(copy: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-o", "addopts=--import-mode=importlib", "-x", "-q", *TESTS]
    surroundings = {"PYTHONPATH": str(copy), "PATH": ""}
    try:
        done = subprocess.run(
            command, cwd=copy, capture_output=True, timeout=240, check=False, env=surroundings
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def survived(copy: Path, path: Path, number: int) -> str | None:
    place = copy / path.relative_to(ROOT)
    source = place.read_text("utf-8")
    tree = ast.parse(source)
    node, change, words = list(faults(tree))[number]
    before = ast.unparse(node)
    change()
    place.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
    noticed = not passes(copy)
    place.write_text(source, encoding="utf-8")
    return None if noticed else f"{path.relative_to(ROOT)}:{node.lineno}: {words} in: {before[:100]}"


def faults(tree: ast.AST) -> Iterator[tuple[ast.AST, object, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
            other = COMPARISONS[type(node.ops[0])]
            yield node, lambda n=node, o=other: n.ops.__setitem__(0, o()), f"{other.__name__}"
        elif isinstance(node, ast.BoolOp):
            flipped = ast.Or if isinstance(node.op, ast.And) else ast.And
            yield node, lambda n=node, o=flipped: setattr(n, "op", o()), flipped.__name__
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield (
                node,
                lambda n=node: (
                    setattr(n, "op", ast.UAdd())
                    or setattr(n, "operand", ast.Call(ast.Name("bool", ast.Load()), [n.operand], []))
                ),
                "no negation",
            )
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            yield node, lambda n=node: setattr(n, "value", n.value + 1), "one more"
        elif isinstance(node, ast.Return) and _says_something(node.value):
            yield node, lambda n=node: setattr(n, "value", ast.Tuple([], ast.Load())), "nothing returned"


def _says_something(value: ast.AST | None) -> bool:
    return isinstance(value, ast.ListComp) or (isinstance(value, ast.Tuple | ast.List) and bool(value.elts))


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 100,
        int(sys.argv[2]) if len(sys.argv) > 2 else 0,
        sys.argv[3] if len(sys.argv) > 3 else "sotk/rules",
    )
