"""How much the tests try: every kind of case each time, and each case there is where ``THOROUGH`` is set."""

import os
import secrets

THOROUGH = bool(os.environ.get("THOROUGH"))
"""``make test-all``: every page of the sample, far more of what is drawn, each command in a process from nothing."""
if THOROUGH:
    # Processes that this one starts draw the same.
    os.environ.setdefault("SEED", str(secrets.randbelow(10**8)))


def chosen(name: str, *, usual: int, thorough: int | None = None) -> int:
    """What the environment says, else what is usual, or what is thorough; without that, a seed: fresh in each run."""
    if said := os.environ.get(name):
        return int(said)
    if not THOROUGH:
        return usual
    return int(os.environ["SEED"]) if thorough is None else thorough
