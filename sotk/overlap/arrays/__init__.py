"""Many duties at once: readings as columns of numbers, and the scores of many pairs in one pass.

The same numbers as `features.py` and `contrast.py` find for one pair, by the same constants; a property
test holds the two together. The only part of the room that imports numpy, and only when there are many
duties to compare.
"""
