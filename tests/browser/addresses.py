"""The pages of the sample portal that browser tests open: one of each type, and all of them."""

import re
from pathlib import Path

PROGRAMMES = "programmer/"
TRYGGE = f"{PROGRAMMES}trygge-fagfolk/"
HANDLEKRAFTIGE = f"{PROGRAMMES}handlekraftige-voksne/"
BROEN = f"{PROGRAMMES}broen-over/"
COHORT = f"{BROEN}kull/kull-1/"

TYPES = {
    "front": "",
    "programme": TRYGGE,
    "gathering": f"{TRYGGE}samlinger/lederen-som-kulturbygger/",
    "role": f"{TRYGGE}roller/leder/",
    "track": f"{BROEN}spor/ga-foran/",
    "cohort": COHORT,
    "focus": f"{BROEN}fokusomrader/a-bli-tatt-imot/",
    "resource": f"{BROEN}ressurser/den-forste-dagen/",
    "library": "ressurser/",
    "inspiration": f"{BROEN}inspirasjon/terskelen/",
    "inspirations": "inspirasjon/",
    "sheet": f"{PROGRAMMES}fredrikstad/refleksjon/hvor-skal-vi-hvor-er-vi/",
    "article": "om/",
    "changes": "endringer/",
    "gaps": "hva-mangler/",
    "handbook": "for-redaktorer/samling/",
    "notfound": "404.html",
    "wheel": f"{BROEN}arshjul/",
}
"""Type, as the page's own class says it → the page that shows most of it."""
MORE = {
    "handbook in pictures": "for-redaktorer/en-endring-i-bilder/",
    "handbook with problems": "for-redaktorer/nar-noe-er-feil/",
    "umbrella": f"{PROGRAMMES}menneskemoteakademiet/",
    "programme in rows": BROEN,
    "undated programme": HANDLEKRAFTIGE,
    "gathering with clock times": f"{BROEN}samlinger/laer-a-se-overgangene/",
    "gathering with a choice": f"{BROEN}samlinger/fortell-det-videre/",
    "wheel of a cohort": f"{COHORT}arshjul/",
    "wheel of the portal": "arshjul/",
    "role in a cohort": f"{COHORT}roller/brobygger/",
    "changes of a programme": f"{BROEN}endringer/",
    "cohort that is over": f"{PROGRAMMES}smart/kull/kull-2/",
    "role with team": f"{HANDLEKRAFTIGE}roller/menneskemoteteam/",
    "sheet with four steps": f"{BROEN}refleksjon/star-broen-stott/",
    "sheet with questions": f"{PROGRAMMES}vidsynt/refleksjon/hvorfor-gjor-vi-det-slik/",
    "library of a programme": f"{BROEN}ressurser/",
    "print": f"{TRYGGE}samlinger/lederen-som-kulturbygger/skriv-ut/",
    "print of a role": f"{BROEN}roller/leder/skriv-ut/",
    "print of a sheet": f"{PROGRAMMES}fredrikstad/refleksjon/hvor-skal-vi-hvor-er-vi/skriv-ut/",
}
"""Other shapes of the same types."""

SHARES = range(6)
"""The portal in pieces of the same size, so that tests of every page can run side by side."""


def all_addresses(site: Path) -> list[str]:
    """Address of every page of a built site, its page for what is not found too; none stays on one that leads on."""
    stays = (path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8"))
    pages = (path.relative_to(site).as_posix() for path in stays)
    return sorted(page.removesuffix("index.html") for page in pages)


def listed_addresses(site: Path) -> list[str]:
    """Without what the search and the sitemap leave out: pages for printing and for editors, what is not found."""
    return [
        address
        for address in all_addresses(site)
        if not re.search(r"(?:skriv-ut|hva-mangler)/$|^404|^for-redaktorer/", address)
    ]
