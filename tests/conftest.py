"""Settings of the property tests: no deadline on shared machines; SOTK_FAST leaves out shrinking.

What the collection has loaded lives to the end: to look for garbage in it a thousand times costs a tenth of the run.
"""

import gc
import os

from hypothesis import Phase, settings

settings.register_profile("sotk", deadline=None)
settings.register_profile("fast", deadline=None, phases=[Phase.explicit, Phase.generate], max_examples=200)
settings.load_profile("fast" if os.environ.get("SOTK_FAST") else "sotk")


def pytest_collection_finish():
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
