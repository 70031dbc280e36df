"""Render the frame of each page: head, top and foot, with the style sheet and the script that its kind needs."""

from dataclasses import dataclass
from typing import Any

from ...outputs.html.assets import Assets
from ...outputs.html.pages import PageRenderer, root_of, template_name
from ...outputs.html.policy import policy_of
from ...portal import Portal
from ...problems.problem import Problem
from ...views.frame.compose import compose_page_frame, compose_problems
from ...views.frame.composed_page import ComposedPage
from ...views.frame.shown import PageFrame


@dataclass(frozen=True)
class Frames:
    """Renders the frames of one build; what it gives are the variables of ``main.html`` and ``404.html``."""

    portal: Portal
    renderer: PageRenderer
    assets: Assets
    search_worker: str
    problems: tuple[Problem, ...]
    """Shown on top of every page."""
    is_preview: bool

    def around(self, page: ComposedPage, *, edit_url: str | None, canonical: str | None) -> dict[str, Any]:
        """Render the frame of a page. ``edit_url``: of its edit page; ``canonical``: its own URL; None: unknown."""
        kind = template_name(type(page.view)).removesuffix(".html")
        more = self._more(page.address, kind, private=page.frame.private)
        more |= {"edit_url": edit_url, "canonical": canonical, "about": page.about}
        parts = self._parts(page.frame, root_of(page.address), more)
        return {**parts, "programme": page.frame.programme.id if page.frame.programme else ""}

    def around_nothing(self, root: str) -> dict[str, Any]:
        """Render the 404 page. It is shown at any address, so its links begin at ``root``, the path of the site."""
        frame = compose_page_frame(self.portal.frame.name, self.portal.phrases["shown"]["not_found"], "")
        body = self.renderer.render_not_found(self.portal.frame, root)
        return {**self._parts(frame, root, self._more(None, "not_found")), "body": body}

    def _parts(self, frame: PageFrame, root: str, more: dict[str, Any]) -> dict[str, Any]:
        """Render head, top and foot. ``more``: variables of their templates."""
        portal, render = self.portal.frame, self.renderer.render_frame
        parts = {part: render(part, portal, frame, root=root, **more) for part in ("head", "top", "foot")}
        return {**parts, "html_lang": portal.html_lang}

    def _more(self, address: str | None, kind: str, *, private: bool = False) -> dict[str, Any]:
        """Give the variables of the frame's templates. ``kind``: name of the page's template, without ending."""
        return {
            "address": address,
            "style": self.assets.styles[kind],
            "script": self.assets.scripts[kind],
            "csp": policy_of(private=private),
            "edit_url": None,
            "canonical": None,
            "about": None,
            "search_worker": self.search_worker,
            "problems": compose_problems(self.problems, self.portal.phrases),
            "preview": self.is_preview,
        }
