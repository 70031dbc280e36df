"""Content-Security-Policies: what a browser may fetch for a page. Nothing from other sites, nothing inline."""

_FOR_ALL = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; "
)
POLICY = _FOR_ALL + "connect-src 'self'; worker-src 'self'"
"""Content-Security-Policy of a page: it fetches the search's index, and nothing else."""
PRIVATE_POLICY = _FOR_ALL + "connect-src 'none'; worker-src 'none'"
"""Content-Security-Policy of a page on which people write answers: no script can send anything anywhere."""


def policy_of(*, private: bool) -> str:
    """Give the policy of a page; ``private``: people write answers on it."""
    return PRIVATE_POLICY if private else POLICY
