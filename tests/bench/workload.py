"""The workload of the benches: a synthetic agency of n units, each with a head, posts and duties."""

WORDS = (
    "perumusan",
    "pelaksanaan",
    "evaluasi",
    "pelaporan",
    "rehabilitasi",
    "perlindungan",
    "pemberdayaan",
    "data",
)


def text(units: int) -> str:
    """A structure file of some hundred bytes a unit, nested four levels deep; synthetic throughout."""
    lines = [
        "sotk: 1",
        "structure: synthetic",
        "name: Synthetic",
        "pack: generic",
        "illustrative: true",
        "root:",
    ]
    lines += ["  id: u0", "  name: Company", "  kind: company", "  units:"]
    for division in range(1, units, 31):
        lines += unit(division, 4, "division")
        if division + 1 >= units:
            break
        lines.append(" " * 6 + "units:")
        for department in range(division + 1, min(division + 31, units), 6):
            lines += unit(department, 8, "department")
            if department + 1 < min(department + 6, units):
                lines.append(" " * 10 + "units:")
                for team in range(department + 1, min(department + 6, division + 31, units)):
                    lines += unit(team, 12, "team")
    return "\n".join(lines) + "\n"


def unit(number: int, indent: int, kind: str) -> list[str]:
    a, b = WORDS[number % 8], WORDS[(number // 8) % 8]
    pad = " " * (indent + 2)
    return [
        f"{' ' * indent}- id: u{number}",
        f"{pad}name: Unit {a} nomor {number}",
        f"{pad}kind: {kind}",
        f"{pad}head: {{id: h{number}, title: Kepala Unit {number}, echelon: III.a, class: 11, need: 1, filled: 1}}",
        f"{pad}positions:",
        f"{pad}  - {{id: p{number}-1, title: Analis {a}, category: pelaksana, class: 7, need: 4, filled: 3}}",
        f"{pad}  - {{id: p{number}-2, title: Pengelola {b}, category: pelaksana, class: 6, need: 2, filled: 2}}",
        f"{pad}duties:",
        f"{pad}  - {{id: d{number}-1, level: tugas, text: melaksanakan {a} dan {b} di bidang nomor {number}}}",
        f'{pad}  - {{id: d{number}-2, level: fungsi, text: penyusunan kebijakan teknis {a}, code: "1.06.0{number % 7}"}}',
        f"{pad}  - {{id: d{number}-3, level: fungsi, text: pemantauan dan pelaporan {b}}}",
    ]
