"""What can be seen of a web address itself: secrets and persons in it, and places where most readers are not let in."""

import ipaddress
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_TRACKING_WORDS = """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id mc_cid mc_eid igshid igsh
    _hsenc _hsmi mkt_tok vero_id vero_conv oly_anon_id oly_enc_id wt.mc_id ref_src s_cid ncid cmpid wickedid
    _openstat srsltid
"""
_TRACKING = frozenset(_TRACKING_WORDS.split())
"""Names in a query that say who sent a link, or to whom; besides all names that begin with «utm_»."""
_OF_ONE_SITE = {"youtu.be": {"si"}, "youtube.com": {"si", "feature"}, "spotify.com": {"si"}, "linkedin.com": {"trk"}}
"""Site → names in a query that track there, and are ordinary words on other sites."""
_SECRETS_WORDS = """
    token access_token id_token refresh_token auth_token authtoken authkey auth_key apikey api_key sig signature
    x-amz-signature x-amz-security-token x-goog-signature samlrequest samlresponse sessionid session_id
    phpsessid jsessionid aspsessionid password passwd passord client_secret jwt
"""
_SECRETS = frozenset(_SECRETS_WORDS.split())
"""Names in a query whose value lets in whoever has it."""
_PASSWORDS = frozenset({"pwd", "passcode"})
"""Names in a query that hold a meeting's password, which is often meant for readers."""
_PERSON = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IN_PATH = re.compile(r";(jsessionid)=[^/?#]*", re.IGNORECASE)
_WRAPPERS = {
    "safelinks.protection.outlook.com": "url",
    "statics.teams.cdn.office.net": "url",
    "urldefense.proofpoint.com": "u",
    "linkprotect.cudasvc.com": "a",
    "l.facebook.com": "u",
    "lm.facebook.com": "u",
    "l.instagram.com": "u",
    "l.messenger.com": "u",
    "google.com": "q url",
    "google.no": "q url",
}
"""Site of a program that wraps links in an address of its own → names in the query that hold the wrapped one."""
_PATH_OF_WRAPPER = {
    "google.com": "/url",
    "google.no": "/url",
    "statics.teams.cdn.office.net": "/evergreen-assets/safelinks",
}
_PROOFPOINT = re.compile(r"/v3/__(?P<inner>https?:/.+?)__;")
_SHORTENERS_WORDS = """
    bit.ly bitly.com j.mp tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly t.ly lnkd.in fb.me
    tiny.cc shorturl.at rb.gy dlvr.it trib.al soo.gd s.id kortlink.no shorturl.com adf.ly qr.ae qrco.de
"""
_SHORTENERS = frozenset(_SHORTENERS_WORDS.split())
_BEHIND_LOGIN = {
    "sharepoint.com": "SharePoint",
    "onedrive.live.com": "OneDrive",
    "onedrive.com": "OneDrive",
    "1drv.ms": "OneDrive",
    "drive.google.com": "Google Disk",
    "docs.google.com": "Google Disk",
    "teams.microsoft.com": "Teams",
    "teams.cloud.microsoft": "Teams",
    "outlook.office.com": "Outlook",
    "outlook.office365.com": "Outlook",
    "mail.google.com": "Gmail",
    "slack.com": "Slack",
    "onenote.com": "OneNote",
    "workplace.com": "Workplace",
    "yammer.com": "Yammer",
}
_OPEN = re.compile(
    r"docs\.google\.com/(?:forms/|\w+/d/e/|\w+/d/[\w-]+/pub)|teams\.[\w.]+/(?:l/meetup-join|meet|v2/\?meetingjoin)"
    r"|outlook\.office(?:365)?\.com/(?:book|owa/calendar)|(?:www\.)?(?:slack|onenote|yammer|workplace)\.com/|join\.slack\.com/",
    re.IGNORECASE,
)
"""Places on sites behind a login where everybody is let in: forms, published documents, meetings, booking."""
_INSIDE_WORDS = "arpa local localhost localdomain intern internal intra intranet lan corp home"
_INSIDE = frozenset(_INSIDE_WORDS.split())
"""Last parts of host names that are known inside an organisation only."""
_INTRANET = re.compile(r"(?:intranett?|intra|ansattportal)\d*", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """A problem with an address."""

    code: str
    what: str = ""
    """The part of the address that is the problem, or the service that it leads to."""
    right: str = ""
    """The address to write instead; empty where none is known."""


def find_in_address(address: str) -> Finding | None:
    """Find the worst problem of an address; None where there is none, or it is no web address."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return None
    return next(_findings(address, parts, host), None)


def _findings(address: str, parts: SplitResult, host: str) -> Iterator[Finding]:
    """Find every problem of a web address, the worst first. ``parts`` and ``host``: of the address."""
    if inner := _unwrapped(parts, host):
        yield Finding("wrapped-link", host, _untracked(inner))
    if parts.username is not None:
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2])
        yield Finding("secret-in-link", f"{parts.netloc.rpartition('@')[0]}@", bare.geturl())
    if (site := _site_of(host, _BEHIND_LOGIN)) and not _OPEN.match(f"{host}{parts.path}?{parts.query}"):
        yield Finding("login-link", _BEHIND_LOGIN[site])
    if secret := _named(address, _SECRETS):
        yield Finding("secret-in-link", secret, _without(address, lambda name, _: name.lower() in _SECRETS))
    if is_inside(host):
        yield Finding("inside-link", host)
    if host.lower().removeprefix("www.") in _SHORTENERS:
        yield Finding("shortened-link", host)
    if trace := next((part.name for part in _query_of(address) if _tracks(host, part.name, part.value)), ""):
        yield Finding("tracking-in-link", trace, _untracked(address))
    if word := _named(address, _PASSWORDS):
        yield Finding("meeting-password", word)


def _untracked(address: str) -> str:
    """Give the address without the parts of its query that track."""
    host = urlsplit(address).hostname or ""
    return _without(address, lambda name, value: _tracks(host, name, value))


def is_inside(host: str) -> bool:
    """Tell whether a host can be reached on one machine or inside one organisation only."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        labels = host.lower().split(".")
        return len(labels) == 1 or labels[-1] in _INSIDE or bool(_INTRANET.fullmatch(labels[0]))
    return not address.is_global


def _site_of(host: str, sites: Collection[str]) -> str:
    """Find the site that a host belongs to: «nb.example.org» belongs to «example.org». Empty where there is none."""
    labels = host.lower().split(".")
    return next((site for at in range(len(labels)) if (site := ".".join(labels[at:])) in sites), "")


def _unwrapped(parts: SplitResult, host: str) -> str:
    """Give the address inside one that a program for mail or chat has wrapped round it, or empty."""
    if match := _PROOFPOINT.match(parts.path) if _site_of(host, ["urldefense.com"]) else None:
        return re.sub(r"^(https?:)/+", r"\1//", match["inner"])
    site = _site_of(host, _WRAPPERS)
    if not site or not parts.path.startswith(_PATH_OF_WRAPPER.get(site, "")):
        return ""
    given = dict(parse_qsl(parts.query))
    inner = next((given[name] for name in _WRAPPERS[site].split() if name in given), "")
    if site == "urldefense.proofpoint.com":
        inner = unquote(inner.replace("-", "%").replace("_", "/"))
    return inner if re.fullmatch(r"https?://[^\s/?#\[\]]+(?:[/?#]\S*)?", inner) else ""


class _QueryPart(NamedTuple):
    """One ``name=value`` of a query."""

    written: str
    name: str
    value: str


def _query_of(address: str) -> list[_QueryPart]:
    """Give the parts of an address's query."""
    query = address.partition("#")[0].partition("?")[2]
    pieces = ((part, *part.partition("=")[::2]) for part in query.split("&") if part)
    return [_QueryPart(part, unquote(name), unquote(value)) for part, name, value in pieces]


def _named(address: str, names: frozenset[str]) -> str:
    """Find the first of some names that has a value in the address, or empty."""
    in_query = next((part.name for part in _query_of(address) if part.name.lower() in names and part.value), "")
    in_path = _IN_PATH.search(address.partition("?")[0]) if "jsessionid" in names else None
    return in_query or (in_path[1] if in_path else "")


def _tracks(host: str, name: str, value: str) -> bool:
    """Tell whether a part of a query says who sent the link, or where its reader came from."""
    lower, site = name.lower(), _site_of(host, _OF_ONE_SITE)
    known = lower.startswith("utm_") or lower in _TRACKING or lower in _OF_ONE_SITE.get(site, ())
    return known or bool(_PERSON.fullmatch(value))


def _without(address: str, is_superfluous: Callable[[str, str], bool]) -> str:
    """Give the address without the parts of its query that are superfluous; all else as it was written.

    ``is_superfluous``: takes a part's name and value.
    """
    whole, mark, anchor = address.partition("#")
    kept = "&".join(part.written for part in _query_of(address) if not is_superfluous(part.name, part.value))
    return f"{_IN_PATH.sub('', whole.partition('?')[0])}{'?' if kept else ''}{kept}{mark}{anchor}"
