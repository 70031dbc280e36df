"""What check passes is built: portals drawn from everything that may be written, through every stage in one process.

Many more, with a table of what was in them: ``PORTALS=2000 PORTALS_SEED=7 pytest -s tests/properties``. A portal that
fails is made as small as it can be and is shown file by file; the same seed finds it again.
"""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from effort import chosen
from properties.judge import judge
from properties.portals import Drawn, portals
from properties.tally import Tally
from stifinner.model.kinds import KINDS

SEED = chosen("PORTALS_SEED", usual=20261127)
PORTALS = chosen("PORTALS", usual=40, thorough=1000)
AT_ONCE = 20
PARTS = -(-PORTALS // AT_ONCE)


def over_portals(try_one: Callable[[Drawn], None], *, count: int, part: int) -> None:
    """Try some portals, always the same for a part; one that fails is made small.

    Each is drawn alone: hypothesis makes most of what it draws in one run from what it drew before, so that much would
    never be seen. The first of a run is the simplest that there is, every time.
    """
    for number in range(count):
        _over_one(try_one, f"{SEED} {part} {number}")


def _over_one(try_one: Callable[[Drawn], None], number: str) -> None:
    simplest: list[Drawn] = []

    @seed(number)
    @settings(
        max_examples=2,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(portals())
    def try_each(drawn: Drawn) -> None:
        if not simplest:
            simplest.append(drawn)
        if drawn != simplest[0]:
            try_one(drawn)

    try_each()


@pytest.fixture(scope="module")
def whole() -> Iterator[Tally]:
    tally = Tally()
    yield tally
    print(f"\n{tally.report()}")


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_what_check_passes_is_built(part, whole):
    tally = Tally()

    def try_one(drawn: Drawn) -> None:
        verdict = judge(drawn.language, drawn.files, printed=drawn.printed)
        assert verdict.wrong == ()
        for each in (tally, whole):
            each.add(drawn, verdict)

    over_portals(try_one, count=AT_ONCE, part=part)
    assert set(tally.kinds) == set(KINDS)
    assert 0.2 <= tally.passed / tally.portals <= 0.9, tally.report()
