"""Letters, scripts and emoji on paper: never a box, whole words in one face, and from right to left what runs so."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from core.builder import portal_of
from outputs.printed import Printed, squeeze
from stifinner.outputs.paper.press import REPLACEMENT

pytestmark = pytest.mark.slow

SHEET = "programmer/p/refleksjon/ark.md"
LINES = {
    "Arabic": "نتحدث معًا كل يوم، ونستمع إلى ما يقوله الأطفال",
    "Dari": "ما هر روز با هم گفتگو می‌کنیم: چرا؟ ژرف، پدر، گل",
    "Sorani": "ئێمە هەموو ڕۆژێک پێکەوە قسە دەکەین و گوێ دەگرین، وەڵام ڤ",
    "Hebrew": "אנחנו מדברים יחד כל יום ומקשיבים לילדים",
    "Kurmanji": "Em her roj bi hev re diaxivin û guh didin zarokan: çi, şev, jîn, êvar",
    "Ukrainian": "Ми щодня розмовляємо разом: її ґанок, є, об’єднання",
    "Russian": "Мы разговариваем каждый день и слушаем детей, ещё",
    "Tigrinya": "መዓልታዊ ብሓባር ንዘራረብ፣ ቅድሚ ምምላስና ድማ ንህጻናት ንሰምዖም።",
    "Polish": "Rozmawiamy codziennie: żółć, łąka, źdźbło, ósmy, ćma, mięso",
    "Somali": "Maalin kasta waan wada hadalnaa, waxaanan dhegeysanaa carruurta",
    "Tamil": "நாங்கள் ஒவ்வொரு நாளும் பேசுகிறோம், குழந்தைகள் சொல்வதைக் கேட்கிறோம்",
    "Thai": "เราคุยกันทุกวันและฟังสิ่งที่เด็ก ๆ พูดก่อนที่จะตอบ",
    "Vietnamese": "Chúng tôi nói chuyện mỗi ngày và lắng nghe trẻ em trước khi trả lời, kể cả những lúc vội",
    "Greek": "Μιλάμε μαζί κάθε μέρα και ακούμε τα παιδιά: γιατί; ΰ, ώ, ϊ",
    "Hindi": "हम हर दिन आपस में बात करते हैं और बच्चों की बात सुनते हैं। क्षत्रिय, ज्ञान",
    "Northern Sámi": "Mii hupmat juohke beaivvi: čáhci, đ, eŋgel, skuvlla, ruŧŧa, ž",
    "Skolt Sámi": "Mij mainstep juõʹǩǩ peeiʹv da kuʹvddlep päärnaid: ǯ, ʒ, ǥ, ǧ",
    "Turkish": "Her gün konuşuyoruz: İğşı",
}
EMOJI = "✅ ❌ ➡️ 😀 👍 ❤️ ⭐ ⚠️ 📌 🎉 👪 👨‍👩‍👧 👩🏽‍🏫 👍🏾 🇳🇴 🏳️‍🌈 1️⃣ ☑️ ✔️ 🙋‍♀️ 🧑‍🤝‍🧑 ☎️ ✏️ 🫶🏻 → ↔ ☐ ✓ ½ ≥"
RIGHT_TO_LEFT = ("Arabic", "Dari", "Sorani", "Hebrew")
Print = Callable[[str], Printed]


@pytest.fixture
def print_sheet(tmp_path: Path, root: Path) -> Print:
    """The first paper of a sheet with one core element. ``statements``: as a list in Markdown."""

    def make(statements: str) -> Printed:
        portal = portal_of(
            tmp_path / "content", {SHEET: f"# Ark\n\nEt ark.\n\n## Kjerneelementer\n\n### Ett\n\n{statements}"}
        )
        return Printed(next(pdf for _, pdf in portal.print_papers(tmp_path, [root / "theme_overrides"], "", None)))

    return make


def families(paper: Printed) -> set[str]:
    return {name.split("-")[0] for name in paper.fonts()}


def test_every_script_of_parents_in_norway_is_set(print_sheet: Print):
    # The compile itself refuses a letter that no face has: PDF/UA-1 has no place for it.
    paper = print_sheet("".join(f"- {name}: {line}\n    - {line}\n" for name, line in LINES.items()))
    assert REPLACEMENT not in paper.text()
    ours = {"AtkinsonHyperlegibleNext", "YoungSerif", "NotoSans"}
    scripts = {f"NotoSans{script}" for script in ("Arabic", "Ethiopic", "Hebrew", "Devanagari", "Tamil", "Thai")}
    assert families(paper) == ours | scripts


def test_emoji_are_set_in_one_face_without_colour(print_sheet: Print):
    paper = print_sheet(f"- {EMOJI}\n")
    assert REPLACEMENT not in paper.text().replace("☐", "")
    assert {"NotoEmoji", "AtkinsonHyperlegibleNext"} <= families(paper)
    assert paper.is_grey()


def test_a_sheet_of_ordinary_letters_has_two_faces(print_sheet: Print):
    assert families(print_sheet("- Vi lytter, og spør: «slik» – ærlig?\n")) == {
        "AtkinsonHyperlegibleNext",
        "YoungSerif",
    }


def test_what_no_face_has_gives_way_and_the_rest_stands(print_sheet: Print):
    paper = print_sheet("- Her 漢字 og 한국 der\n")
    assert squeeze(f"Her{REPLACEMENT * 2}og{REPLACEMENT * 2}der") in squeeze(paper.text())


@pytest.mark.parametrize(
    "joined", ["漢\u0301", "Ꮸ\u0651", "ሀ\u0e49", "a\u20e3b", "א\u0951", "b\u20d7", "ŋ\u0301\u0f71", "🙂\u0301"]
)
def test_letters_and_marks_that_no_face_has_together_never_stop_the_press(print_sheet: Print, joined: str):
    assert squeeze("FØR") in squeeze(print_sheet(f"- FØR {joined} ETTER\n").text())


def letters_at(paper: Printed) -> list[tuple[float, str]]:
    """Letters of the first page with where they stand, from the left."""
    text = pypdfium2.PdfDocument(paper.bytes)[0].get_textpage()
    placed = [(text.get_charbox(n)[0], text.get_text_range(n, 1)) for n in range(text.count_chars())]
    return [(left, letter) for left, letter in placed if letter.strip()]


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_what_begins_from_right_to_left_runs_that_way(print_sheet: Print, name: str):
    paper = print_sheet(f"- {LINES[name]}: XQZ!\n")
    at = {letter: left for left, letter in letters_at(paper) if letter in "!XQZ"}
    # The sentence ends at the left, after the words in Latin letters, which still run from left to right.
    assert at["!"] < at["X"] < at["Q"] < at["Z"]


def test_a_word_is_set_in_one_face(print_sheet: Print):
    faces: dict[str, set[str]] = {}
    for letter, face in print_sheet("- Vi sier eŋgel og ruŧŧa når vi mener det\n").letters(0):
        faces.setdefault(letter, set()).add(face)
    assert faces["ŋ"] | faces["ŧ"] == {"NotoSans-Bold"}
    assert "NotoSans-Bold" in faces["e"]
    assert "NotoSans-Bold" not in faces["V"]
