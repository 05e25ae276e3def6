"""The scenes that show every action of the table, by its id; each file of scenes adds its own."""

SCENES = {}


def scene(*actions, **options):
    """Mark a scene as the test of some actions."""

    def keep(function):
        for action in actions:
            SCENES[action] = (function, options)
        return function

    return keep
