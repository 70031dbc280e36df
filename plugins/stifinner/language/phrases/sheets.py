"""The parts of ``words`` that belong to reflection sheets, on the screen and on paper."""

from typing import TypedDict

from .counted import Counted


class SheetSays(TypedDict):
    """What the page says when something has been done; shown by the script."""

    done: str
    answered: str
    complete: str
    going: str
    chosen: str
    to_work_on: str
    kept: str
    not_keepable: str
    other_version_kept: str
    save_old: str
    deleted: str
    ask_delete: str
    ask_replace: str
    yes_open: str
    opened: str
    unreadable: str
    other_sheet_file: str
    other_version_file: str
    a_round: str
    no_ratings: str
    file_ratings: str
    file_round: str
    empty: str
    sign: str
    length: str
    typed: str
    typed_unknown: str
    sheet: str
    version: str
    same: str
    same_file: str
    count: Counted
    none_yet: str
    few: str
    remove: str
    differ: str
    agree: str
    too_few: str
    too_few_note: str
    moved: str
    still_same: str
    before: str
    now: str
    towards: str
    unmoved: str
    of: str
    statement: str
    question: str


class SheetPageWords(TypedDict):
    """The page of a sheet: filling in, filling in together, the plan, the code."""

    kind: str
    fill_in: str
    print: str
    compare: str
    for_roles: str
    used_at: str
    focus_areas: str
    version_label: str
    everyone: str
    about: str
    steps: str
    minutes: str
    scale: str
    stays: str
    form: str
    still: str
    framed: str
    framed_link: str
    choose: str
    all: str
    element: str
    examples: str
    note: str
    note_label: str
    mark: str
    shortcuts: str
    keep_title: str
    keep: str
    keep_warning: str
    not_kept: str
    save: str
    open: str
    print_filled: str
    delete: str
    plan: str
    plan_lede: str
    plan_empty: str
    what: str
    who: str
    when: str
    know: str
    code_title: str
    code_lede: str
    code_says: str
    code_label: str
    code_hint: str
    code_long: str
    save_ratings: str
    together: str
    together_lede: str
    together_stays: str
    round_now: str
    round_before: str
    before_lede: str
    codes_label: str
    codes_hint: str
    add: str
    open_files: str
    save_round: str
    empty_round: str
    big: str
    talk: str
    previous: str
    following: str
    close: str
    yes_delete: str
    yes_add: str
    no_thanks: str
    papers_lede: str
    element_papers: str
    says: SheetSays


class PaperAsks(TypedDict):
    """What each paper asks for, at its top."""

    examples: str
    lines: str
    questions: str
    facilitator: str
    plan: str


class PaperWords(TypedDict):
    """The papers of a sheet."""

    group: str
    date: str
    round: str
    page: str
    version: str
    qr: str
    ask: PaperAsks
    thoughts: str
    talk: str
    plan: str
    what: str
    who: str
    when: str
    know: str
    steps: str
    minutes: str
    total: str
    discussion: str
    notes: str
    statements: str
    questions: str
    own_notes: str
    footnotes: str
