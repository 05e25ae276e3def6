"""Other keys for actions, from the settings of the workspace: they work, and all that names keys says so."""


def test_an_action_has_the_keys_of_the_settings_and_no_others(play, workspace):
    (workspace / "sotk.yaml").write_text("keys:\n  rename: f6,ctrl+r\n")

    async def scene(desk):
        assert "F6 ganti nama" in desk.painted().splitlines()[-1]
        await desk.go("bid-pfm")
        for key in ("f6", "ctrl+r"):
            await desk.press(key, f"=Bidang {key}", "enter")
            assert desk.units["bid-pfm"].name == f"Bidang {key}"
        before = desk.state.document
        await desk.press("f2", "r")
        assert desk.state.document is before
        await desk.press("ctrl+p", "=ganti nama")
        assert "F6 Ctrl-R" in desk.painted()

    play(scene, size=(160, 40))


def test_arrows_and_the_keys_of_vi_go_the_same_way(play):
    async def scene(desk):
        seen = []
        for down, right, left, up in (("down", "right", "left", "up"), ("j", "l", "h", "k")):
            await desk.go("dinsos")
            places = []
            for key in (down, right, left, left, down, up):
                await desk.press(key)
                places.append(desk.state.selection.cursor)
            await desk.press("asterisk")
            seen.append(places)
        assert seen[0] == seen[1]
        assert len(set(seen[0])) > 2

    play(scene)
