"""The page on packs says what is so."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

from sotk.packs import ChartSettings, Kind, Topic, load_pack

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "packs.md").read_text(encoding="utf-8")


def test_the_pack_of_the_page_loads_without_findings(tmp_path):
    for name, text in re.findall(
        r"^`(aturan-kota/\S+)`\n\n```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL
    ):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    loaded = load_pack("aturan-kota", [tmp_path])
    assert loaded.findings == ()
    assert loaded.pack.regime_at(date(2030, 1, 1)).id == "perda9-2030"
    assert loaded.pack.kind("posko") is not None
    assert loaded.pack.chart.page == "A3"


def test_every_chart_setting_every_key_of_a_kind_and_every_topic_is_on_the_page():
    words = [field.name for shape in (ChartSettings, Kind) for field in fields(shape)]
    assert [word for word in (*words, *get_args(Topic)) if f"`{word}`" not in PAGE] == []
