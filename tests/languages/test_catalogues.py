"""Every language says everything, with the same placeholders, and says it in its own words."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest
import yaml

from stifinner.language.phrases import LANGUAGES, Phrases, load_phrases, read_words
from stifinner.language.phrases.guidance import ExampleEntry, GuideText
from stifinner.language.phrases.vocabulary import DateVocabulary
from stifinner.model.cohort import Cohort
from stifinner.model.gathering import Gathering
from stifinner.model.programme import Programme
from stifinner.model.sheet import Sheet
from yaml_files import LOADER

PHRASES = Path(__file__).parents[2] / "plugins" / "stifinner" / "language" / "phrases"
OTHERS = [language for language in LANGUAGES if language != "nb"]
KEYS_OF_CODE = ("icon", "severity", "language", "html_lang")
"""Leaves that are no words: names of pictures, of severities, of languages."""
PATTERNS = {
    *("dates.day", "dates.day_of_year", "dates.day_alone", "dates.clock", "dates.month_first"),
    *("cli.decimal_sign", "cli.date_pattern", "shown.supports_in_plural", "words.search.endings"),
}

# Words that bokmål and the other language write alike. A text that is the same in both may have no others.
ALIKE = {
    "nn": """
        finn kullet begynner skriv datoen meld ca dagsplanen kvarter merk obs tabell teksten tilbake tips viktig
        a alle alt ansvar ark arket artikkel artikkelen av avbryt avsnitt b bli blå bok bort borte dag dagen dagsplan
        dato deg del den denne det dette din ditt du eller en er etter farge feil feilen festival filer film
        filmen fiolett firkant fjern fokusomrade fokusomradet fokusområde fokusområdet for fordelt form framgangsmate
        best framgangsmåte adresse kart rom parkering spør
        fyll få før gjennomført gruppe gul gå halv halvdag har her i inspirasjon inspirasjonen intern ja jobbe kick
        kjerneelement kl kode kommentaren kontakt kort krøllparentes kull legg les leverandør linje lukk lyd med
        mellomarbeid men meny merke merknad metode metoden min møtet nei neste nett nettside nivå nummer nye når off
        og om omtrent oppgaver over pa pakke papir paraply paraplyen paraplyprogram pdf planlagt plassen portalen
        presentasjon program programmet prosjektgrupper på påmelding qr refleksjon refleksjonsark
        refleksjonsarket ressurs rett rolle rollene roller rombe runde råd samling samtalen side sidene sider
        sirkel skala skalaen skjema skrift skriv slett som spor sporet sporsmal spørsmål stjerne stor storskjerm
        storskrift styringsgruppe står svar svaret søk søket ta tekst tid tidslinje til tilstand tilstanden
        tiltaksplan tom trafikklys tre trekant type tøm ut utgaver var ved vedlegg verken vi video vil vinter
        vinteren vis vise vurdering vår våren à å år delen tenk gjennom fokusomrade frist klokkeslett mellomarbeidet
        ingen treff spør oss query oppsummering avlyst kull kullet meldt modul pris årshjul arshjul programår nytt ny
        utkast
        kalendernøkkel påmeldingsfrist kalender kalenderen abonner knappen så trykk last ned
        e post grunn hei innkalling kopiert send
    """,
    "en": "best festival film for form kick min off pdf type",
}


def leaves(part: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Place and text of every phrase; a list is one text."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key not in KEYS_OF_CODE:
                yield from leaves(value, f"{path}.{key}".strip("."))
    elif isinstance(part, list):
        yield path, " ".join(map(str, part))
    else:
        yield path, str(part)


def shape(part: object) -> object:
    """The keys, all the way in."""
    return {key: shape(value) for key, value in part.items()} if isinstance(part, dict) else type(part)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}", " ", text).lower()))


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", text))


def unlike(found: object, declared: object, path: str = "") -> Iterator[str]:
    """Where what a file says is not what the code has declared: keys that one of them lacks, values of another type."""
    if is_typeddict(declared) and isinstance(found, dict):
        hints = get_type_hints(declared)
        yield from (f"{path}.{key} is not declared" for key in sorted(found.keys() - hints.keys()))
        yield from (f"{path}.{key} is nowhere" for key in sorted(declared.__required_keys__ - found.keys()))
        for key in found.keys() & hints.keys():
            yield from unlike(found[key], hints[key], f"{path}.{key}")
    elif get_origin(declared) is dict and isinstance(found, dict):
        key_type, value_type = get_args(declared)
        for key, value in found.items():
            yield from unlike(key, key_type, f"{path}.{key}, its key")
            yield from unlike(value, value_type, f"{path}.{key}")
    elif get_origin(declared) is list and isinstance(found, list):
        for number, one in enumerate(found):
            yield from unlike(one, *get_args(declared), f"{path}[{number}]")
    elif get_origin(declared) is Literal:
        yield from () if found in get_args(declared) else (f"{path} is {found!r}",)
    elif type(found) is not declared:
        yield f"{path} is {type(found).__name__}"


def twice(node: yaml.Node) -> Iterator[str]:
    """Keys that stand twice in the same place: YAML takes the last one, and says nothing."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from (key for number, key in enumerate(keys) if key in keys[:number])
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for part in child if isinstance(child, tuple) else (child,):
            yield from twice(part)


@pytest.mark.parametrize("file", sorted(PHRASES.rglob("*.yml")), ids=lambda file: file.relative_to(PHRASES).as_posix())
def test_no_key_stands_twice(file):
    assert list(twice(yaml.compose(file.read_text(encoding="utf-8"), Loader=LOADER))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_what_is_declared(language):
    assert sorted(unlike(load_phrases(language), Phrases)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "kind", "attribute"),
    [
        ("gathering_type", Gathering, "type"),
        ("programme_type", Programme, "type"),
        ("state", Programme, "state"),
        ("state", Cohort, "state"),
        ("paper", Sheet, "paper"),
    ],
)
def test_closed_lists_are_what_the_model_knows(language, name, kind, attribute):
    known = set(get_args(kind.model_fields[attribute].annotation)) - {""}
    assert load_phrases(language)["values"][name].keys() == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_guide_and_examples_are_what_is_declared(language):
    examples = read_words("examples", f"{language}.yml")
    at = examples.pop("at")
    assert sorted(unlike(read_words("guide", f"{language}.yml"), GuideText)) == []
    assert sorted(unlike(examples, dict[str, ExampleEntry])) == []
    assert isinstance(at, str)


def test_words_of_all_languages_are_what_is_declared():
    assert sorted(unlike(read_words("dates.yml"), DateVocabulary)) == []
    assert sorted(unlike(read_words("reasons.yml"), dict[str, list[str]])) == []


@pytest.mark.parametrize(
    ("keys", "value", "told"),
    [
        (("words", "within", "overvjew"), "Oversikt", ".words.within.overvjew is not declared"),
        (("words", "within"), {"label": ""}, ".words.within.all is nowhere"),
        (("dates", "until"), "til", ".dates.until is str"),
        (("dates", "until"), ["til", False], ".dates.until[1] is bool"),
        (("dates", "plan", "lengths"), {"15": ["et kvarter"]}, ".dates.plan.lengths.15, its key is str"),
        (("problems", "no-link", "severity"), "mild", ".problems.no-link.severity is 'mild'"),
        (("fields", "role"), ["nivå"], ".fields.role is list"),
        (("shown",), None, ".shown is NoneType"),
    ],
)
def test_what_is_not_declared_is_told(keys, value, told):
    phrases = read_words("nb.yml")
    before = list(unlike(phrases, Phrases))
    *above, last = keys
    part = phrases
    for key in above:
        part = part[key]
    part[last] = value
    assert [one for one in unlike(phrases, Phrases) if one not in before] == [told]


@pytest.mark.parametrize("language", OTHERS)
def test_catalogue_has_the_same_keys(language):
    assert shape(load_phrases(language)) == shape(load_phrases("nb"))


@pytest.mark.parametrize("language", OTHERS)
def test_catalogue_has_the_same_placeholders(language):
    ours = dict(leaves(load_phrases("nb")))
    theirs = dict(leaves(load_phrases(language)))
    assert {path for path, text in theirs.items() if placeholders(text) != placeholders(ours[path])} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_bokmal(language):
    """What is written as in bokmål consists of words that both languages write so."""
    ours = dict(leaves(load_phrases("nb")))
    allowed = set(ALIKE[language].split())
    left = {
        path: text
        for path, text in leaves(load_phrases(language))
        if text == ours[path] and path not in PATTERNS and words_of(text) - allowed
    }
    assert left == {}


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        (
            "nn",
            "ikke jeg hva hvem hvor hver noe noen fra bare gjør kommer lenken filen linjen siden sted mangler",
        ),
        ("en", "og ikke til av på er det som med ett fra siden lenke samling samlingen programmet"),
    ],
)
def test_no_word_of_bokmal_slips_in(language, foreign):
    # The anchors are without the letters of Norwegian: «frå» is «fra» there.
    said = [
        text
        for path, text in leaves(load_phrases(language))
        if path not in PATTERNS and not path.startswith(("words.anchors.", "words.places."))
    ]
    found = {word for text in said for word in words_of(text)}
    assert found & set(foreign.split()) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_editors_write_do_not_collide(language):
    """Within one kind every fact, heading, folder and value has a word of its own."""
    phrases = load_phrases(language)
    lists = [phrases["folders"], *phrases["fields"].values(), *phrases["headings"].values()]
    lists += [phrases["values"][name] for name in ("gathering_type", "programme_type", "state")]
    lists += [phrases["words"]["anchors"] | phrases["words"]["places"]]
    for words in lists:
        lower = [word.lower() for word in words.values()]
        assert len(set(lower)) == len(lower), lower


@pytest.mark.parametrize("language", LANGUAGES)
def test_folders_and_anchors_can_stand_in_addresses(language):
    phrases = load_phrases(language)
    for name in [
        *phrases["folders"].values(),
        *phrases["words"]["anchors"].values(),
        *phrases["words"]["places"].values(),
        phrases["words"]["section"],
    ]:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_are_written_in_small_letters(language):
    """Facts are read without regard to case: the catalogue has them as they are compared."""
    for words in load_phrases(language)["fields"].values():
        assert [word for word in words.values() if word != word.lower()] == []


def test_unknown_language_names_the_known():
    with pytest.raises(LookupError, match="nb, nn, en"):
        load_phrases("sv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_of_words(language):
    """«on» and «no» are no words to YAML unless they stand between quotation marks."""
    review = load_phrases(language)["review"]
    lists = {name: words for name, words in review.items() if isinstance(words, list)}
    flat = {
        name: [one for word in words for one in (word if isinstance(word, list) else [word])]
        for name, words in lists.items()
    }
    assert {name: words for name, words in flat.items() if not all(isinstance(word, str) for word in words)} == {}
