"""What every command needs, whatever the portal: imports, the words of each language, and compiled templates."""

import gc

import mkdocs.commands.build  # noqa: F401

import stifinner.adapter.plugin
import stifinner.adapter.serve
import stifinner.publishing.changes
import stifinner.publishing.write
import stifinner.starter.start  # noqa: F401
from stifinner.files.shipped import THEME
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.outputs.html.pages import PageRenderer

for language in LANGUAGES:
    load_phrases(language)
_templates = PageRenderer([THEME / "fragments"], load_phrases("nb"))._environment
for name in _templates.list_templates():
    _templates.get_template(name)

# It stays, so no process need look through it for rubbish.
gc.collect()
gc.freeze()
