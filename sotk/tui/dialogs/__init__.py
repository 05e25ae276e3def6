"""Questions in front of a screen: each gives its answer, or None where the person went back."""
