"""What is told of an address, and the address to write instead: as it was written, but for what was superfluous."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stifinner.review.texts.web_addresses import find_in_address
from stifinner.source.wall import is_web_address, meant_address

A = "https://www.example.org/a"
CURES = {
    f"{A}?utm_source=x&id=3&fbclid=y#her": ("tracking-in-link", f"{A}?id=3#her"),
    f"{A}?q=b%C3%A6r+og%20br%C3%B8d&UTM_Medium=x": ("tracking-in-link", f"{A}?q=b%C3%A6r+og%20br%C3%B8d"),
    f"{A}?gclid=1": ("tracking-in-link", A),
    f"{A}?mc_cid=1&mc_eid=2&b&c=": ("tracking-in-link", f"{A}?b&c="),
    f"{A}?id=1&mottaker=kari%40kommune.no": ("tracking-in-link", f"{A}?id=1"),
    "https://youtu.be/abc?si=x&t=90": ("tracking-in-link", "https://youtu.be/abc?t=90"),
    "https://www.youtube.com/watch?v=abc&feature=share": ("tracking-in-link", "https://www.youtube.com/watch?v=abc"),
    "https://open.spotify.com/episode/abc?si=x": ("tracking-in-link", "https://open.spotify.com/episode/abc"),
    "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fa%3Fid%3D1%26utm_source%3Dx"
    "&data=05%7C02%7Ckari%40kommune.no&sdata=x&reserved=0": ("wrapped-link", f"{A}?id=1"),
    "https://urldefense.com/v3/__https://www.example.org/a__;!!x$": ("wrapped-link", A),
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.example.org_a&d=x": ("wrapped-link", A),
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.example.org%2Fa%3Ffbclid%3Dx&h=y": ("wrapped-link", A),
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.example.org%2Fa": ("wrapped-link", A),
    "https://kari:x@www.example.org:8443/a?b=1": ("secret-in-link", "https://www.example.org:8443/a?b=1"),
    "https://kari@www.example.org/a": ("secret-in-link", A),
    f"{A}?b=1&sig=abc": ("secret-in-link", f"{A}?b=1"),
    f"{A};jsessionid=ABC?b=1": ("secret-in-link", f"{A}?b=1"),
    f"{A}?SAMLRequest=abc": ("secret-in-link", A),
}
CODES = {
    "https://10.0.0.7/": "inside-link",
    "http://[fe80::1]/": "inside-link",
    "http://skriver.home.arpa/": "inside-link",
    "https://WWW.Bit.LY/x": "shortened-link",
    "https://bitly.com/x": "shortened-link",
    "https://onedrive.live.com/?authkey=x": "login-link",
    "https://drive.google.com/file/d/x/view": "login-link",
    "https://kommunen.slack.com/archives/x": "login-link",
    "https://kommunen.webex.com/m/x?pwd=y": "meeting-password",
}
FINE = [
    A,
    "mailto:kari@kommune.no",
    "../roller/leder.md?utm_source=x",
    "https://www.google.com/search?q=https://www.example.org",
    "https://www.google.com/maps?q=Losby",
    "https://www.facebook.com/gruppe",
    "https://teams.microsoft.com/meet/123?p=abc",
    "https://outlook.office365.com/book/x",
    "https://slack.com/help",
    "https://www.example.org/bit.ly",
    "https://example.org.",
    "https://[feil/",
    "https://l.facebook.com/l.php?u=https%3A%2F%2F%5Bfeil",
    "https://",
    "https://www.example.org/?a=b@c",
]


@pytest.mark.parametrize(("written", "told"), CURES.items())
def test_cure_is_the_address_without_it(written, told):
    found = find_in_address(written)
    assert (found.code, found.right) == told


@pytest.mark.parametrize("cured", sorted({right for _, right in CURES.values()}))
def test_nothing_is_told_of_a_cure(cured):
    assert find_in_address(cured) is None


@pytest.mark.parametrize(("written", "code"), CODES.items())
def test_address_is_told(written, code):
    assert find_in_address(written).code == code


@pytest.mark.parametrize("written", FINE)
def test_address_that_looks_alike_is_left_alone(written):
    assert find_in_address(written) is None


@pytest.mark.slow
@given(st.text(max_size=80).map(lambda text: f"https://{text}") | st.text(max_size=80).map(lambda text: f"{A}?{text}"))
def test_any_address_is_told_or_not_and_a_cure_needs_none(written):
    found = find_in_address(written)
    if found and found.code == "tracking-in-link":
        assert find_in_address(found.right) is None or find_in_address(found.right).code != "tracking-in-link"


@given(st.text("[]:@/?#.%℀ⅠABCx0159-", max_size=12))
def test_what_is_a_web_address_has_a_host_and_a_port_that_can_be_asked(rest):
    address = f"https://{rest}"
    if is_web_address(address):
        parts = urlsplit(address)
        assert parts.netloc
        assert parts.port is None or 0 < parts.port < 65_536


@pytest.mark.parametrize("begin", ["https://", "htps:/", "http:", "www."])
@given(rest=st.text("[]:@/?#.%℀ABCx0159- ", max_size=12))
def test_an_address_that_was_meant_is_one(begin, rest):
    meant = meant_address(f"{begin}example.org{rest}")
    assert meant == "" or meant.startswith("mailto:") or is_web_address(meant)
