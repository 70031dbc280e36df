"""Every rule of the review in two lists, and the function that applies them all."""

from collections.abc import Callable
from datetime import date
from functools import partial

from ..files.memory import Memory
from ..graph.portal_graph import Graph
from ..language.phrases import Phrases
from ..problems.problem import ProblemList
from ..source.read import Sources
from ..source.source_file import SourceFile
from .calendar_key import check_calendar_key
from .cohorts import check_changes, check_dated_once, check_for_all_cohorts, check_shared
from .drafts import check_links_to_drafts
from .drawings import check_drawings
from .gatherings.clocks import check_clocks, check_twins
from .gatherings.counts import check_counts, check_lengths
from .gatherings.dates import check_dates_in_text, check_prepared
from .gatherings.deadlines import check_deadlines
from .gatherings.past import check_states, check_undated
from .gatherings.plans import check_plans
from .gatherings.schedules import check_both, check_places
from .reviewed import ReviewedContent, ReviewedFile, review_file
from .same_titles import check_same_titles
from .texts.leaks import check_leaks
from .texts.left_over import check_left_over
from .texts.link_texts import check_bare_addresses, check_link_texts, check_same_texts
from .texts.own_notes import check_own_notes
from .texts.personal_data import check_addresses_of_people, check_birth_numbers
from .texts.repeats import check_repeats
from .texts.scripts import check_scripts
from .texts.structure import check_headings, check_pictures, check_tables
from .texts.targets import check_targets
from .texts.terms import check_terms
from .texts.weekdays import check_weekdays
from .told_dates import check_late_deadlines, check_moved_among_several, check_moved_nowhere
from .words import Words

# In both lists the order does not matter: problems are sorted when all rules have been applied.
FILE_RULES: tuple[Callable[[ReviewedFile, Words, ProblemList], None], ...] = (
    check_link_texts,
    check_bare_addresses,
    check_same_texts,
    check_leaks,
    check_headings,
    check_pictures,
    check_tables,
    check_own_notes,
    check_addresses_of_people,
    check_birth_numbers,
    check_weekdays,
    check_scripts,
)
"""Rules that need one file only: in ``serve``, they are applied again only to files that have changed."""

CONTENT_RULES: tuple[Callable[[ReviewedContent, Words, ProblemList], None], ...] = (
    check_counts,
    check_lengths,
    check_prepared,
    check_clocks,
    check_deadlines,
    check_twins,
    check_dates_in_text,
    check_targets,
    check_left_over,
    check_same_titles,
    check_terms,
    check_drawings,
    check_repeats,
    check_plans,
    check_places,
    check_both,
    check_states,
    check_undated,
    check_dated_once,
    check_shared,
    check_changes,
    check_for_all_cohorts,
    check_links_to_drafts,
    check_calendar_key,
    check_late_deadlines,
    check_moved_among_several,
    check_moved_nowhere,
)
"""Rules that compare files with each other, or text with items: applied again at every change."""


def review_content(
    sources: Sources,
    graph: Graph,
    phrases: Phrases,
    problems: ProblemList,
    memory: Memory,
    today: date | None = None,
    *,
    publishing: bool = False,
) -> None:
    """Apply every rule to the content; whatever breaks one becomes a problem.

    ``memory``: keeps what was found in each file, for as long as the file is the same; ``today``: the day by which
    something may be out of date; None: nothing is checked for that; ``publishing``: as in ``read_content``.
    """
    words = Words(phrases)
    files = {}
    for source in sources.files:
        review = partial(_apply_file_rules, source, words)
        files[source.path] = memory.recall(f"review {source.path}", source, problems, review)
    content = ReviewedContent(graph, files, today, publishing)
    for rule in CONTENT_RULES:
        rule(content, words, problems)


def _apply_file_rules(source: SourceFile, words: Words, problems: ProblemList) -> ReviewedFile:
    """Apply the rules that need one file only, and give the file for those that need all of them."""
    file = review_file(source, words.phrases)
    for rule in FILE_RULES:
        rule(file, words, problems)
    return file
