"""What the address of a link gives away, and whom it leaves outside, as far as the address itself says."""

import ipaddress
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_TRACKING_WORDS = """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id mc_cid mc_eid igshid igsh
    _hsenc _hsmi mkt_tok vero_id vero_conv oly_anon_id oly_enc_id wt.mc_id ref_src s_cid ncid cmpid wickedid
    _openstat srsltid
"""
_TRACKING = frozenset(_TRACKING_WORDS.split())
"""Parts of a query that say who sent a link, or to whom; besides all that begin with «utm_»."""
_OF_ONE_SITE = {"youtu.be": {"si"}, "youtube.com": {"si", "feature"}, "spotify.com": {"si"}, "linkedin.com": {"trk"}}
"""What tracks on one site, and is a word like others elsewhere."""
_SECRETS_WORDS = """
    token access_token id_token refresh_token auth_token authtoken authkey auth_key apikey api_key sig signature
    x-amz-signature x-amz-security-token x-goog-signature samlrequest samlresponse sessionid session_id
    phpsessid jsessionid aspsessionid password passwd passord client_secret jwt
"""
_SECRETS = frozenset(_SECRETS_WORDS.split())
"""Parts that let in whoever has them."""
_PASSWORDS = frozenset({"pwd", "passcode"})
"""What lets into a meeting: often meant for whoever reads."""
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
"""Programs that put an address of theirs round another one → what they keep that in."""
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
"""Places of theirs where everybody is let in: forms, published documents, meetings, booking."""
_INSIDE_WORDS = "arpa local localhost localdomain intern internal intra intranet lan corp home"
_INSIDE = frozenset(_INSIDE_WORDS.split())
"""Endings of hosts that no name server of everybody's knows."""
_INTRANET = re.compile(r"(?:intranett?|intra|ansattportal)\d*", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """What is to be told of an address."""

    code: str
    what: str = ""
    """The part of it that is meant, or who lies behind it."""
    right: str = ""
    """The address to write instead."""


def find_in_address(address: str) -> Finding | None:
    """The first thing that a reader or an editor would mind; None where there is nothing."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return None
    if inner := _unwrapped(parts, host):
        return Finding("wrapped-link", host, _untracked(inner))
    if parts.username is not None:
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2])
        return Finding("secret-in-link", f"{parts.netloc.rpartition('@')[0]}@", bare.geturl())
    if (service := _of(host, _BEHIND_LOGIN)) and not _OPEN.match(f"{host}{parts.path}?{parts.query}"):
        return Finding("login-link", _BEHIND_LOGIN[service])
    if secret := _named(address, _SECRETS):
        return Finding("secret-in-link", secret, _without(address, lambda name, _: name.lower() in _SECRETS))
    if is_inside(host):
        return Finding("inside-link", host)
    if host.lower().removeprefix("www.") in _SHORTENERS:
        return Finding("shortened-link", host)
    if trace := next((name for _, name, value in _query_of(address) if _tracks(host, name, value)), ""):
        return Finding("tracking-in-link", trace, _untracked(address))
    if word := _named(address, _PASSWORDS):
        return Finding("meeting-password", word)
    return None


def _untracked(address: str) -> str:
    """The address without what tracks."""
    host = urlsplit(address).hostname or ""
    return _without(address, lambda name, value: _tracks(host, name, value))


def is_inside(host: str) -> bool:
    """Whether a host is known on one machine or in one house only."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        labels = host.lower().split(".")
        return len(labels) == 1 or labels[-1] in _INSIDE or bool(_INTRANET.fullmatch(labels[0]))
    return not address.is_global


def _of(host: str, sites: Collection[str]) -> str:
    """The site that a host belongs to: itself, or one that it lies below; or empty."""
    labels = host.lower().split(".")
    return next((site for at in range(len(labels)) if (site := ".".join(labels[at:])) in sites), "")


def _unwrapped(parts: SplitResult, host: str) -> str:
    """The address inside one that a program for mail or talk has put round it, or empty."""
    if found := _PROOFPOINT.match(parts.path) if _of(host, ["urldefense.com"]) else None:
        return re.sub(r"^(https?:)/+", r"\1//", found["inner"])
    site = _of(host, _WRAPPERS)
    if not site or not parts.path.startswith(_PATH_OF_WRAPPER.get(site, "")):
        return ""
    given = dict(parse_qsl(parts.query))
    inner = next((given[name] for name in _WRAPPERS[site].split() if name in given), "")
    if site == "urldefense.proofpoint.com":
        inner = unquote(inner.replace("-", "%").replace("_", "/"))
    return inner if re.fullmatch(r"https?://[^\s/?#\[\]]+(?:[/?#]\S*)?", inner) else ""


def _query_of(address: str) -> list[tuple[str, str, str]]:
    """Each part of a query as it was written, with its name and value."""
    query = address.partition("#")[0].partition("?")[2]
    pieces = ((part, *part.partition("=")[::2]) for part in query.split("&") if part)
    return [(part, unquote(name), unquote(value)) for part, name, value in pieces]


def _named(address: str, names: frozenset[str]) -> str:
    """The first name out of a list that the address gives something to, or empty."""
    found = next((name for _, name, value in _query_of(address) if name.lower() in names and value), "")
    in_path = _IN_PATH.search(address.partition("?")[0]) if "jsessionid" in names else None
    return found or (in_path[1] if in_path else "")


def _tracks(host: str, name: str, value: str) -> bool:
    """Whether a part of a query says who sent the link, or where its reader came from."""
    lower, site = name.lower(), _of(host, dict.fromkeys(_OF_ONE_SITE, ""))
    known = lower.startswith("utm_") or lower in _TRACKING or lower in _OF_ONE_SITE.get(site, ())
    return known or bool(_PERSON.fullmatch(value))


def _without(address: str, is_superfluous: Callable[[str, str], bool]) -> str:
    """The address without some parts of its query; all else as it was written."""
    whole, mark, place = address.partition("#")
    kept = "&".join(part for part, name, value in _query_of(address) if not is_superfluous(name, value))
    return f"{_IN_PATH.sub('', whole.partition('?')[0])}{'?' if kept else ''}{kept}{mark}{place}"
