"""What of a proposal is new, moved or gone, by unit."""

from sotk.model import AddUnit, MoveUnit, RemoveUnit, Scenario, Set
from sotk.session.document import Document
from sotk.session.opening import open_desk
from sotk.session.standing import NOTHING, standing


def test_every_change_has_its_sign_and_every_departure_its_ghost(workspace):
    base = open_desk(workspace / "eksisting.yaml").document.structure
    operations = (
        AddUnit(under="dinsos", unit={"id": "uks", "name": "UKS", "kind": "uptd"}),
        MoveUnit(unit="satpel-persinggahan", under="uks"),
        Set(entity="unit", id="bid-pfm", field="name", value="Bidang PFM"),
        Set(entity="unit", id="bid-dayasos", field="site", value="Cimahi"),
        RemoveUnit(unit="seksi-jaminan", duties_to="bid-linjamsos"),
    )
    document = Document.proposal(base, Scenario(id="s", name="S", base="b.yaml", operations=operations))
    found = standing(document)
    assert dict(found.changes) == {
        "uks": "added",
        "satpel-persinggahan": "moved",
        "bid-pfm": "renamed",
        "bid-dayasos": "changed",
        "bid-linjamsos": "changed",
    }
    ghosts = {parent: [(ghost.id, ghost.moved) for ghost in left] for parent, left in found.ghosts.items()}
    assert ghosts == {
        "uptd-ppks": [("satpel-persinggahan", True)],
        "bid-linjamsos": [("seksi-jaminan", False)],
    }


def test_a_structure_without_a_base_has_no_changes(workspace):
    assert standing(open_desk(workspace / "eksisting.yaml").document) is NOTHING
