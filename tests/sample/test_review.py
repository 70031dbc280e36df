"""The review has nothing to say of the sample but advice: a false alarm teaches people to look away."""

import pytest

from stifinner.content import read_content
from stifinner.language.phrases import load_phrases


@pytest.mark.slow
def test_the_sample_gives_no_false_alarm(root):
    content = read_content(root / "content", load_phrases("nb"))
    assert [(problem.path, problem.code) for problem in content.problems if problem.severity != "advice"] == []
