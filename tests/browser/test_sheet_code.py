"""Codes of ratings, in the browser that makes them: all come back, and no slip passes unnoticed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import Visit

FREDRIKSTAD = {"tag": 12345, "version": 1, "statements": 11, "steps": 3}
GENERATED = """
const random = (() => { let seed = 20261125; return (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 2 ** 32 * n);
}; })();
const some = (sheet) => Array.from({length: sheet.statements}, () => random(sheet.steps + 1));
"""
EVERY_SET = """() => {
  const wrong = [];
  let tried = 0;
  for (let statements = 1; statements <= 6; statements += 1) for (const steps of [2, 3]) {
    const sheet = {tag: 999, version: 3, statements, steps};
    for (let n = 0; n < (steps + 1) ** statements; n += 1) {
      const ratings = Array.from({length: statements}, (_, i) => Math.floor(n / (steps + 1) ** i) % (steps + 1));
      const back = sheetCode.decode(sheetCode.encode(ratings, sheet), sheet);
      tried += 1;
      if (String(back.ratings) !== String(ratings)) wrong.push(ratings);
    }
  }
  return {tried, wrong};
}"""
MANY_SETS = f"""() => {{ {GENERATED}
  const wrong = [];
  let tried = 0;
  for (let statements = 1; statements <= 60; statements += 1) for (let steps = 2; steps <= 5; steps += 1) {{
    const sheet = {{tag: random(2 ** 15), version: 1 + random(31), statements, steps}};
    for (const ratings of [some(sheet), some(sheet), some(sheet), some(sheet).fill(0), some(sheet).fill(steps)]) {{
      const code = sheetCode.encode(ratings, sheet);
      const back = sheetCode.decode(code, sheet);
      tried += 1;
      if (String(back.ratings) !== String(ratings) || back.code !== code) wrong.push([sheet, ratings, code, back]);
    }}
  }}
  return {{tried, wrong}};
}}"""
SLIPS = f"""() => {{ {GENERATED}
  const out = {{tried: 0, passed: [], wrongGroup: [], wrongSet: 0, set: 0, found: 0}};
  const sheets = [[11, 3], [6, 3], [9, 4], [20, 3], [30, 5], [60, 5]];
  for (let n = 0; n < 60; n += 1) {{
    const [statements, steps] = sheets[n % sheets.length];
    const sheet = {{tag: random(2 ** 15), version: 1 + random(31), statements, steps}};
    const code = sheetCode.encode(some(sheet), sheet).replaceAll(" ", "");
    const check = (slip, group) => {{
      out.tried += 1;
      const said = sheetCode.decode(slip, sheet);
      if (said.ratings) return out.passed.push([code, slip]);
      if (said.fault === "typed" && said.group) {{
        out.found += 1;
        if (!group.includes(said.group)) out.wrongGroup.push([code, slip, said.group]);
      }}
    }};
    for (let at = 0; at < code.length; at += 1) {{
      const here = Math.floor(at / 4) + 1;
      for (const letter of sheetCode.LETTERS) {{
        if (letter !== code[at]) check(code.slice(0, at) + letter + code.slice(at + 1), [here]);
      }}
      if (at && code[at] !== code[at - 1]) {{
        const before = Math.floor((at - 1) / 4) + 1;
        check(code.slice(0, at - 1) + code[at] + code[at - 1] + code.slice(at + 1), [before, here]);
      }}
    }}
  }}
  return out;
}}"""


@pytest.fixture
def page(visit: Visit, root: Path) -> Page:
    page = visit("about:blank")
    page.evaluate((root / "theme_overrides/assets/js/sheetcode.js").read_text(encoding="utf-8"))
    return page


def said_of(page: Page, code: str, sheet: dict) -> dict:
    return page.evaluate("([code, sheet]) => sheetCode.decode(code, sheet)", [code, sheet])


def code_of(page: Page, ratings: list[int], sheet: dict) -> str:
    return page.evaluate("([ratings, sheet]) => sheetCode.encode(ratings, sheet)", [ratings, sheet])


def test_every_set_of_ratings_to_six_statements_comes_back(page: Page):
    done = page.evaluate(EVERY_SET)
    assert done == {"tried": sum(base**n for base in (3, 4) for n in range(1, 7)), "wrong": []}


def test_generated_ratings_to_sixty_statements_with_five_steps_come_back(page: Page):
    assert page.evaluate(MANY_SETS) == {"tried": 60 * 4 * 5, "wrong": []}


def test_every_wrong_character_and_every_swap_of_neighbours_is_noticed(page: Page):
    done = page.evaluate(SLIPS)
    assert done["tried"] > 30_000
    assert done["passed"] == []
    assert done["wrongGroup"] == []
    assert done["found"] == done["tried"]


def test_eleven_statements_take_three_groups_of_four(page: Page):
    code = code_of(page, [1, 2, 3, 0, 1, 2, 3, 1, 2, 3, 0], FREDRIKSTAD)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){2}", code)


@pytest.mark.parametrize(("statements", "steps", "fits"), [(11, 3, True), (20, 5, True), (60, 5, False)])
def test_a_code_too_long_to_read_aloud_is_none(page: Page, statements: int, steps: int, fits: bool):
    sheet = {**FREDRIKSTAD, "statements": statements, "steps": steps}
    assert page.evaluate("(sheet) => sheetCode.fits(sheet)", sheet) is fits


def test_letters_are_forgiven_where_they_mean_the_same(page: Page):
    sheet = {**FREDRIKSTAD, "tag": 1, "version": 0}
    code = code_of(page, [0] * 10 + [1], sheet)
    heard = code.lower().replace("0", "o").replace("1", "l").replace(" ", " - ")
    assert said_of(page, heard, sheet)["code"] == code


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        ({"tag": 54}, {"fault": "sheet"}),
        ({"tag": 54, "statements": 20}, {"fault": "sheet"}),
        ({"tag": 54, "statements": 3}, {"fault": "sheet"}),
        ({"version": 2}, {"fault": "version", "version": 2}),
        ({"version": 2, "statements": 20}, {"fault": "version", "version": 2}),
    ],
)
def test_a_code_of_another_sheet_or_version_is_known_as_such(page: Page, other: dict, fault: dict):
    sheet = {**FREDRIKSTAD, **other}
    code = code_of(page, [1] * sheet["statements"], sheet)
    assert said_of(page, code, FREDRIKSTAD) == fault


def test_a_code_of_the_wrong_length_or_with_a_strange_sign_is_told(page: Page):
    code = code_of(page, [1] * 11, FREDRIKSTAD)
    assert said_of(page, code[:-1], FREDRIKSTAD) == {"fault": "length", "count": 11, "expected": 12}
    assert said_of(page, code[:6] + "Å" + code[7:], FREDRIKSTAD) == {"fault": "sign", "group": 2, "sign": "Å"}
    assert said_of(page, " ", FREDRIKSTAD) == {"fault": "empty"}


@pytest.mark.parametrize("between", ["\n", ", ", ";", " ", ""])
def test_several_codes_can_be_pasted_at_once(page: Page, between: str):
    codes = [code_of(page, [n] * 11, FREDRIKSTAD) for n in (1, 2, 3)]
    parts = page.evaluate("([text, sheet]) => sheetCode.split(text, sheet)", [between.join(codes), FREDRIKSTAD])
    assert [said_of(page, part, FREDRIKSTAD)["code"] for part in parts] == codes
