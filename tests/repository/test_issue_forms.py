"""The forms on GitHub have the shape that GitHub takes, and say that all is public.

GitHub shows a form with a fault to nobody, and says so nowhere but on the file's own page.
"""

import re
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictStr

from yaml_files import read_yaml

ROOT = Path(__file__).parents[2]
OURS = ROOT / ".github"
FORMS = ["foresla-ressurs.yml", "meld-feil.yml"]

Text = Annotated[StrictStr, Field(min_length=1)]
"""No number, date or truth value that YAML made of a word: GitHub refuses those."""
Id = Annotated[StrictStr, Field(pattern=r"^[a-zA-Z0-9_-]+$")]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Validations(Part):
    required: StrictBool = False


class MarkdownText(Part):
    value: Text


class Markdown(Part):
    type: Literal["markdown"]
    attributes: MarkdownText


class FieldText(Part):
    label: Text
    description: Text = "-"
    placeholder: Text = "-"


class Question(Part):
    type: Literal["input", "textarea"]
    id: Id
    attributes: FieldText
    validations: Validations = Validations()


class Choices(Part):
    label: Text
    description: Text = "-"
    options: Annotated[list[Text], Field(min_length=1)]
    multiple: StrictBool = False


class Dropdown(Part):
    type: Literal["dropdown"]
    id: Id
    attributes: Choices
    validations: Validations = Validations()


class Box(Part):
    label: Text
    required: StrictBool = False


class Boxes(Part):
    label: Text
    description: Text = "-"
    options: Annotated[list[Box], Field(min_length=1)]


class Checkboxes(Part):
    type: Literal["checkboxes"]
    id: Id
    attributes: Boxes


Element = Annotated[Markdown | Question | Dropdown | Checkboxes, Field(discriminator="type")]


class Form(Part):
    name: Annotated[StrictStr, Field(min_length=3)]
    description: Annotated[StrictStr, Field(min_length=3, max_length=200)]
    title: Text
    labels: list[Text]
    body: Annotated[list[Element], Field(min_length=1)]


class Chooser(Part):
    blank_issues_enabled: StrictBool


def form_of(name: str) -> Form:
    return Form.model_validate(read_yaml(OURS / "ISSUE_TEMPLATE" / name))


def test_there_are_two_forms_and_nothing_is_written_outside_them() -> None:
    files = sorted(path.name for path in (OURS / "ISSUE_TEMPLATE").iterdir())
    assert files == ["config.yml", *FORMS]
    chooser = Chooser.model_validate(read_yaml(OURS / "ISSUE_TEMPLATE/config.yml"))
    assert chooser.blank_issues_enabled is False


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_the_shape_that_github_takes(name: str) -> None:
    asked = [element for element in form_of(name).body if not isinstance(element, Markdown)]
    for told in ([element.id for element in asked], [element.attributes.label for element in asked]):
        assert len(told) == len(set(told))
    for element in asked:
        if isinstance(element, Dropdown):
            options = element.attributes.options
            assert len(options) == len(set(options))
            assert "none" not in {option.lower() for option in options}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_says_first_that_all_is_public_and_asks_for_a_tick_at_the_end(name: str) -> None:
    first, *_, last = form_of(name).body
    assert isinstance(first, Markdown)
    assert "kan alle lese" in first.attributes.value
    assert isinstance(last, Checkboxes)
    assert [box.required for box in last.attributes.options] == [True]


def test_practice_stories_are_not_asked_for_in_public() -> None:
    form = form_of("foresla-ressurs.yml")
    assert isinstance(form.body[0], Markdown)
    assert "send ikke inn praksisfortellinger her" in form.body[0].attributes.value


def test_a_proposal_begins_with_what_is_changed_and_no_personal_data() -> None:
    text = (OURS / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Hva er endret, og hvorfor?", "Før du ber noen se på det"]
    assert "- [ ] Det står ingen personopplysninger" in text
    assert text.count("<!--") == text.count("-->") == 3
