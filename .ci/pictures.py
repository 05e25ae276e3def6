"""Makes the pictures of docs/pictures: small SVG, by the program itself.

python .ci/pictures.py
"""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sotk.chart.scene import Scene

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
JABAR = ROOT / "structures" / "dinsos-jabar"


def made() -> dict[str, str]:
    """The text of every picture by its file name."""
    from sotk.chart.picture import compared, overlaid, scene_of
    from sotk.chart.render.svg import svg
    from sotk.chart.view import ViewOptions
    from sotk.workspace import open_path

    base = open_path(JABAR / "eksisting.yaml")
    proposal = open_path(JABAR / "usulan-uks-satpel.yaml")
    company = open_path(ROOT / "structures" / "perusahaan-kecil" / "perusahaan.yaml")
    ministry = open_path(ROOT / "structures" / "kemenhub-2025" / "kemenhub.yaml")
    internal = ViewOptions(annex=False)
    names = (base.structure.name, proposal.loaded.scenario.name)
    difference = compared(base.structure, proposal.structure, "id", names)
    vacancy = overlaid(base.structure, base.pack, ["vacancy"], "id")
    posts = overlaid(base.structure, base.pack, ["posts"], "id")
    scenes = {
        "bagan.svg": scene_of(base.structure, base.pack),
        "perbedaan.svg": scene_of(proposal.structure, proposal.pack, internal, (), difference),
        "bezetting.svg": scene_of(base.structure, base.pack, internal, (), vacancy),
        "peta-jabatan.svg": scene_of(
            base.structure, base.pack, ViewOptions(annex=False, unit="bid-rehsos"), (), posts
        ),
        "pohon.svg": scene_of(company.structure, company.pack),
        "halaman.svg": scene_of(ministry.structure, ministry.pack),
    }
    scenes["matriks.svg"] = overlap_matrix()
    return {name: svg(scene, page=1) for name, scene in scenes.items()}


def overlap_matrix() -> "Scene":
    """The matrix as `sotk overlap --matrix` draws it."""
    from sotk.cli.overlap_matrix import scene_of
    from sotk.cli.overlapping import Asked, find

    path = ROOT / "structures" / "dinsos-gorontalo" / "dinsos.yaml"
    found = find(Asked(paths=(path,), threshold=0.3, delegation=True))
    return scene_of(replace(found, language="id"))


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, text in made().items():
        (PICTURES / name).write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"docs/pictures/{name}\n")
