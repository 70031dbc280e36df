"""Resources without a link or a file, where nothing says why."""

from ...model.resource import Resource
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent
from ..words import Words


def check_targets(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that a resource has a link, a file or steps, or says that they are coming, or has a note to editors."""
    headings = words.phrases["headings"]["resource"]
    shared = content.graph.shared(Resource)
    for resource in (*shared, *(resource for parts in content.graph.programmes for resource in parts.of(Resource))):
        if resource.path in content.graph.drafts:
            # A draft may lack something.
            continue
        known = resource.steps or any(form.target or form.coming for form in resource.forms.items)
        links = resource.path in content.files and content.files[resource.path].source.links
        if not (known or links or resource.editors_note or resource.unread):
            details = {"heading": headings["forms"], "note": headings["editors_note"]}
            problems.add("resource-without-target", resource.path, **details)
