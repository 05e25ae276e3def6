"""The scenes that show every action of the table, by its id; each file of scenes adds its own."""

SCENES = {}


def scene(*actions, **options):
    """Mark a scene as the test of some actions."""

    def keep(function):
        for action in actions:
            SCENES[action] = (function, options)
        return function

    return keep


def scenes_once():
    """Each scene with its options once, by the names of the actions it shows."""
    shown = {}
    for action, (function, options) in SCENES.items():
        shown.setdefault(function, (options, []))[1].append(action)
    return {"+".join(actions): (function, options) for function, (options, actions) in shown.items()}
