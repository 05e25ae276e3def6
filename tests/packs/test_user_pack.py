"""A user's pack is a folder of the same files, and checked as strictly."""

from datetime import date

import pytest

from sotk.locale import say
from sotk.packs import load_pack, pack_names, template_text

HEAD = """\
    sotk: 1
    pack: house
    name: Aturan rumah
    extends: pemda
    """
NEW_LAW = """\
    sotk: 1
    id: pp-9-2030
    source: PP 9/2030
    title: Perangkat Daerah yang Baru
    regime: {id: pp9-2030, name: PP 9/2030, from: 2030-01-01, continues: penyederhanaan}
    limits:
      - {id: new-bidang, topic: children, kinds: dinas, counts: bidang, max: 6, article: Pasal 7, verified: true}
    """


def codes_of(loaded):
    return [finding.code for finding in loaded.findings]


def words_of(loaded):
    return " ".join(
        say(part, "en") for found in loaded.findings for part in (found.message, found.remedy) if part
    )


def test_a_new_regulation_is_a_new_file(write_pack):
    folder = write_pack("house", pack_yaml=HEAD, regulations__pp_9_yaml=NEW_LAW)
    loaded = load_pack("house", [folder])
    assert loaded.findings == ()
    regime = loaded.pack.regime_at(date(2030, 1, 1))
    assert regime.id == "pp9-2030"
    (limit,) = [
        limit
        for limit in loaded.pack.limits_for("children", kind="dinas", agency_type="A", regime=regime.id)
        if "bidang" in limit.counts
    ]
    assert (limit.max, limit.severity, str(limit.basis)) == (6, "error", "PP 9/2030 Pasal 7")


def test_what_a_new_regime_does_not_regulate_continues(write_pack):
    pack = load_pack("house", [write_pack("house", pack_yaml=HEAD, regulations__new_yaml=NEW_LAW)]).pack
    (subbagian,) = pack.limits_for(
        "children", kind="sekretariat", under="dinas", agency_type="A", regime="pp9-2030"
    )
    assert subbagian.max == 3
    assert pack.limits_for("simplification", kind="bidang", regime="pp9-2030")


def test_before_its_day_the_new_regulation_does_not_hold(write_pack):
    pack = load_pack("house", [write_pack("house", pack_yaml=HEAD, regulations__new_yaml=NEW_LAW)]).pack
    regime = pack.regime_at(date(2029, 12, 31))
    (limit,) = [
        limit
        for limit in pack.limits_for("children", kind="dinas", agency_type="A", regime=regime.id)
        if "bidang" in limit.counts
    ]
    assert limit.max == 4


def test_a_pack_takes_over_what_it_extends_and_puts_its_own_over_it(write_pack):
    head = HEAD + "chart: {page: A3}\n"
    kinds = "kinds: [{id: bidang, name: Bidang kami}, {id: posko, name: Posko, structural: false}]"
    pack = load_pack("house", [write_pack("house", pack_yaml=head, kinds_yaml=kinds)]).pack
    assert (pack.chart.page, pack.chart.title.id) == ("A3", "BAGAN STRUKTUR ORGANISASI")
    assert pack.kind("bidang").name.id == "Bidang kami"
    assert pack.kind("dinas") is not None
    assert not pack.kind("posko").structural
    assert pack.language == "id"


def test_a_template_of_a_users_pack_is_found(write_pack):
    head = HEAD + "templates: [{id: ours, name: Kami}]\n"
    pack = load_pack("house", [write_pack("house", pack_yaml=head, templates__ours_yaml="sotk: 1\n")]).pack
    assert template_text(pack, "ours") == "sotk: 1\n"
    assert template_text(pack, "dinas-a-2017").startswith("#")
    assert template_text(pack, "../pack") is None


def test_an_unknown_key_stands_at_its_place_with_what_was_meant(write_pack):
    kinds = "kinds:\n  - {id: posko, name: Posko, strukturil: false}\n"
    loaded = load_pack("house", [write_pack("house", pack_yaml=HEAD, kinds_yaml=kinds)])
    (finding,) = loaded.findings
    assert (finding.code, finding.at[:2]) == ("PCK004", (2, 30))
    assert "structural" in words_of(loaded)
    assert loaded.report.entries[0].file.endswith("kinds.yaml")


def test_a_faulty_entry_is_left_out_and_the_rest_is_kept(write_pack):
    kinds = "kinds:\n  - {id: BAD ID, name: x}\n  - {id: posko, name: Posko}\n"
    loaded = load_pack("house", [write_pack("house", pack_yaml=HEAD, kinds_yaml=kinds)])
    assert codes_of(loaded) == ["PCK006"]
    assert loaded.pack.kind("posko") is not None


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("kinds_yaml", "kinds: 7", "PCK006"),
        ("kinds_yaml", "- a", "PCK006"),
        ("kinds_yaml", "", "TXT005"),
        ("kinds_yaml", "kinds: [", "TXT001"),
        ("kinds_yaml", "kinds: [{name: x}]", "PCK005"),
        ("kinds_yaml", "kinds: [{id: a, name: x}, {id: a, name: y}]", "PCK007"),
        ("kinds_yaml", "kinds: [{id: a, name: x, parents: [dinass]}]", "PCK008"),
        ("kinds_yaml", "sotk: 2\nkinds: []", "PCK006"),
        ("kinds_yaml", "kinds: [{id: a, name: x, rank: tinggi}]", "PCK006"),
        ("kinds_yaml", "kinds: [{id: a, name: x, role: kepala}]", "PCK006"),
        (
            "regulations__a_yaml",
            "id: a\nsource: s\ntitle: t\nregime: {id: r, name: r, from: besok}",
            "PCK006",
        ),
        ("regulations__a_yaml", "id: a\nsource: s\ntitle: t\nregimes: [pp18]", "PCK008"),
        ("regulations__a_yaml", "id: a\nsource: s\ntitle: t\nlimits: [{id: l, topic: children}]", "PCK005"),
        (
            "regulations__a_yaml",
            "id: a\nsource: s\ntitle: t\nlimits: [{id: l, topic: hours, max: x}]",
            "PCK006",
        ),
        ("regulations__a_yaml", "id: a\ntitle: t", "PCK005"),
        (
            "regulations__a_yaml",
            "id: a\nsource: s\ntitle: t\nregime: {id: r, name: r, from: 2030-01-01, continues: r}",
            "PCK009",
        ),
        (
            "regulations__a_yaml",
            "id: a\nsource: s\ntitle: t\nechelons: [{id: e, kinds: dinas, echelons: VII.z}]",
            "PCK008",
        ),
        ("clients_csv", "id,name_id,name_en,source\nX Y,a,b,c\n", "PCK006"),
        ("clients_csv", "id,name_id,name_en,sorce\na,a,b,c\n", "PCK004"),
    ],
)
def test_a_mistake_is_a_finding_with_a_place_and_never_an_exception(write_pack, file, text, code):
    loaded = load_pack("house", [write_pack("house", pack_yaml=HEAD, **{file: text})])
    assert code in codes_of(loaded)
    assert all(finding.at is not None for finding in loaded.findings)


def test_a_regulation_without_a_source_is_not_used(write_pack):
    text = "id: a\ntitle: t\nlimits: [{id: l, topic: depth, max: 3}]"
    loaded = load_pack("house", [write_pack("house", pack_yaml=HEAD, regulations__a_yaml=text)])
    assert "a" not in loaded.pack.regulations


def test_an_unknown_pack_is_a_finding_with_a_suggestion(tmp_path):
    loaded = load_pack("pemdaa", [tmp_path])
    assert loaded.pack is None
    assert codes_of(loaded) == ["PCK001"]
    assert "pemda" in words_of(loaded)


def test_an_unknown_pack_that_is_extended_is_found_at_extends(write_pack):
    loaded = load_pack("house", [write_pack("house", pack_yaml="pack: house\nname: x\nextends: nowhere\n")])
    assert loaded.pack is None
    assert [(found.code, found.at.line) for found in loaded.findings] == [("PCK001", 3)]


def test_packs_that_extend_each_other_in_a_circle_are_found(write_pack):
    write_pack("one", pack_yaml="pack: one\nname: x\nextends: two\n")
    folder = write_pack("two", pack_yaml="pack: two\nname: x\nextends: one\n")
    loaded = load_pack("one", [folder])
    assert (loaded.pack, codes_of(loaded)) == (None, ["PCK009"])


@pytest.mark.parametrize("name", ["../outside", "/etc", "a/b", "", "A", "."])
def test_a_name_never_leads_out_of_the_folders(tmp_path, name):
    inside = tmp_path / "packs"
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "pack.yaml").write_text("pack: outside\nname: x\n")
    inside.mkdir()
    assert load_pack(name, [inside]).pack is None


def test_a_link_that_leads_out_is_not_followed(write_pack, tmp_path):
    folder = write_pack("house", pack_yaml=HEAD)
    secret = tmp_path / "secret.yaml"
    secret.write_text("kinds: []\n")
    (folder / "house" / "kinds.yaml").symlink_to(secret)
    assert codes_of(load_pack("house", [folder])) == ["PCK003"]


def test_a_file_that_is_not_text_is_a_finding(write_pack):
    folder = write_pack("house", pack_yaml=HEAD)
    (folder / "house" / "kinds.yaml").write_bytes(b"\xff\xfe\x00")
    assert codes_of(load_pack("house", [folder])) == ["PCK003"]


def test_a_folder_with_the_name_of_a_shipped_pack_is_found_and_not_read(write_pack):
    loaded = load_pack("pemda", [write_pack("pemda", pack_yaml="pack: pemda\nname: mine\n")])
    assert codes_of(loaded) == ["PCK010"]
    assert loaded.pack.name.en == "Regional government"


def test_a_pack_whose_folder_has_another_name_is_found(write_pack):
    loaded = load_pack("other", [write_pack("other", pack_yaml=HEAD)])
    assert codes_of(loaded) == ["PCK006"]


def test_a_template_that_is_listed_and_not_there_is_found(write_pack):
    loaded = load_pack("house", [write_pack("house", pack_yaml=HEAD + "templates: [{id: gone, name: x}]\n")])
    assert codes_of(loaded) == ["PCK002"]


def test_the_packs_beside_a_workspace_are_listed(write_pack):
    assert pack_names([write_pack("house", pack_yaml=HEAD)]) == (
        "generic",
        "kementerian",
        "pemda",
        "pemerintah",
        "house",
    )


def test_a_shipped_pack_is_read_once():
    assert load_pack("pemda").pack is load_pack("pemda").pack
