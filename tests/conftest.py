"""Settings of the property tests: no deadline on shared machines; SOTK_FAST leaves out shrinking."""

import os

from hypothesis import Phase, settings

settings.register_profile("sotk", deadline=None)
settings.register_profile("fast", deadline=None, phases=[Phase.explicit, Phase.generate], max_examples=200)
settings.load_profile("fast" if os.environ.get("SOTK_FAST") else "sotk")
