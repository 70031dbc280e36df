"""A dead link's suggestion reads as a correction: slips keep their cure, and what is another thing has none."""

import time

import pytest

from stifinner.graph.nearest import Nearest

P = "programmer/p/"
KNOWN = frozenset(
    {
        "index.md",
        "om.md",
        "personvern.md",
        "ressurser/samtalekort.md",
        *(f"programmer/{programme}/index.md" for programme in ("p", "handlekraftige", "vidsynt")),
        *(f"{P}roller/{name}.md" for name in ("leder", "mentor", "profesjonsveileder", "styrer", "rådgiver")),
        *(
            f"{P}samlinger/{name}.md"
            for name in ("kick-off", "personalsamling-1", "personalsamling-12", "ledersamling")
        ),
        *(f"{P}ressurser/{name}.md" for name in ("film-om-mestring", "starten-pa-dagen", "lytte", "omsorg")),
        *(f"{P}filer/{name}" for name in ("plan.pdf", "kart.png", "lysbilder.pptx", "plan-for-aret.pdf")),
        "programmer/vidsynt/roller/leder.md",
        "programmer/vidsynt/spor/forskning.md",
    }
)
FROM = f"{P}samlinger/kick-off.md"
SLIPS = {
    "a letter left out": (f"{P}roller/ledr.md", f"{P}roller/leder.md"),
    "two letters changed round": (f"{P}roller/mnetor.md", f"{P}roller/mentor.md"),
    "two letters changed round in the middle": (f"{P}roller/metnor.md", f"{P}roller/mentor.md"),
    "a letter too much": (f"{P}roller/mentorr.md", f"{P}roller/mentor.md"),
    "another letter": (f"{P}ressurser/omsarg.md", f"{P}ressurser/omsorg.md"),
    "the first letter": (f"{P}roller/keder.md", f"{P}roller/leder.md"),
    "an ending of the word": (f"{P}roller/profesjonsveilederen.md", f"{P}roller/profesjonsveileder.md"),
    "a hyphen left out": (f"{P}samlinger/kickoff.md", FROM),
    "one word of several": (f"{P}ressurser/film-om-mestrnig.md", f"{P}ressurser/film-om-mestring.md"),
    "capitals": (f"{P}Roller/Leder.md", f"{P}roller/leder.md"),
    "letters as in the title": (f"{P}ressurser/Starten på dagen.md", f"{P}ressurser/starten-pa-dagen.md"),
    "without its ending": (f"{P}roller/leder", f"{P}roller/leder.md"),
    "an ending with a slip": (f"{P}roller/leder.mdd", f"{P}roller/leder.md"),
    "the ending of the web": (f"{P}roller/leder.html", f"{P}roller/leder.md"),
    "a folder for its index": ("programmer/p", "programmer/p/index.md"),
    "an index with a slip": ("programmer/vidsynt/inddex.md", "programmer/vidsynt/index.md"),
    "the name of a programme": ("programmer/handlekraftig/index.md", "programmer/handlekraftige/index.md"),
    "a folder with a slip": (f"{P}rolle/leder.md", f"{P}roller/leder.md"),
    "another folder, the same name": (f"{P}ressurser/mentor.md", f"{P}roller/mentor.md"),
    "one step up too many": ("programmer/roller/leder.md", f"{P}roller/leder.md"),
    "one step up too few": (f"{P}samlinger/roller/leder.md", f"{P}roller/leder.md"),
    "shared instead of own": (f"{P}ressurser/samtalekort.md", "ressurser/samtalekort.md"),
    "backslashes": (f"{P}roller\\leder.md", f"{P}roller/leder.md"),
    "an attachment with a slip": (f"{P}filer/plann.pdf", f"{P}filer/plan.pdf"),
    "an attachment's ending": (f"{P}filer/plan.pfd", f"{P}filer/plan.pdf"),
    "an attachment in capitals": (f"{P}filer/Plan.PDF", f"{P}filer/plan.pdf"),
    "an attachment with spaces": (f"{P}filer/Plan for året.pdf", f"{P}filer/plan-for-aret.pdf"),
}
NONSENSE = {
    "a resource that is missing, and a role whose name is a little like it": f"{P}ressurser/styring.md",
    "the same, one letter away in another folder": f"{P}ressurser/styret.md",
    "another thing of the same folder": f"{P}ressurser/lese.md",
    "the beginning of a name": f"{P}ressurser/film-om-mobbing.md",
    "one more of a row": f"{P}samlinger/personalsamling-2.md",
    "a number for no number": f"{P}samlinger/ledersamling-2.md",
    "another gathering that ends alike": f"{P}samlinger/foreldresamling.md",
    "a picture for a page": f"{P}roller/leder.png",
    "a document for a page": f"{P}ressurser/lytte.pdf",
    "a page for a document": f"{P}filer/plan.md",
    "another document": f"{P}filer/referat.pdf",
    "short words": "med.md",
    "another programme": "programmer/trygge/index.md",
    "nothing like it": f"{P}roller/kokk.md",
    "a name of signs": f"{P}roller/---.md",
    "a name of nothing": f"{P}roller/.md",
    "out of the folder": "../../etc/passwd",
}


@pytest.mark.parametrize(("written", "meant"), SLIPS.values(), ids=SLIPS)
def test_slip_has_its_cure(written, meant):
    assert Nearest(KNOWN).find(written, FROM) == meant


@pytest.mark.parametrize("written", NONSENSE.values(), ids=NONSENSE)
def test_another_thing_is_not_suggested(written):
    assert Nearest(KNOWN).find(written, FROM) == ""


def test_of_two_of_the_same_name_the_one_of_the_programme_is_meant():
    for programme in ("p", "vidsynt"):
        source = f"programmer/{programme}/samlinger/a.md"
        assert Nearest(KNOWN).find("roller/leder.md", source) == f"programmer/{programme}/roller/leder.md"


def test_every_letter_left_out_of_every_name_is_found_again():
    for path in sorted(KNOWN):
        folder, _, name = path.rpartition("/")
        stem, _, ending = name.rpartition(".")
        for at in range(len(stem) if len(stem) > 4 else 0):
            if stem[at].isalpha() and stem != "index":
                slipped = f"{folder}/{stem[:at]}{stem[at + 1 :]}.{ending}".removeprefix("/")
                assert Nearest(KNOWN).find(slipped, FROM) == path


def seconds(count: int) -> float:
    """Processor time for as many dead links among as many files, all of one family of names."""
    names = [f"refleksjonsark-om-{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(count)]
    start = time.process_time()
    nearest = Nearest({f"{P}ressurser/{name}-til-dere.md" for name in names})
    for name in names:
        nearest.find(f"{P}ressurser/{name}-til-alle.md", FROM)
    return time.process_time() - start


@pytest.mark.slow
def test_dead_links_among_many_files_take_time_in_proportion():
    seconds(50)
    assert seconds(800) < 10 * seconds(200)
