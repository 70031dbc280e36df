"""Links that open GitHub's editor with a new file in it; whoever follows one needs neither git nor write access."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from ...help.template import render_template, template_path


def new_url(edit_base: str, kind: str, language: str, programme: str, begun: Mapping[str, str] | None = None) -> str:
    """Where a new file of that kind begins; empty where no repository is known.

    ``edit_base``: before the path of a file in links that edit it (``…/edit/main/content/``); ``programme``: its id, or
    empty: shared by all; ``begun``: as in ``render_template``. GitHub makes a copy of the repository and a pull request
    of what is written.
    """
    where, edit, place = edit_base.partition("/edit/")
    if not edit:
        return ""
    folder, _, name = template_path(kind, language, programme).rpartition("/")
    if name == "index.md":
        # The folder is the programme's name: whoever writes changes it together with the file's.
        folder, name = folder.rpartition("/")[0], f"{folder.rpartition('/')[2]}/{name}"
    query = urlencode({"filename": name, "value": render_template(kind, language, begun=begun)}, quote_via=quote)
    return f"{where}/new/{quote(place + folder)}?{query}"
