"""The parts of ``words`` that belong to one kind of page or one piece of it."""

from typing import TypedDict


class FrontWords(TypedDict):
    """The front page."""

    next: str
    gatherings: str
    prepare: str
    empty_title: str
    empty_text: str
    empty_link: str
    i_am: str
    i_am_lede: str
    programmes: str
    programmes_lede: str
    umbrellas: str


class ResourcesWords(TypedDict):
    """Resources in lists."""

    used_in: str


class SheetsWords(TypedDict):
    """Reflection sheets in lists."""

    screen: str
    paper: str
    used_at: str


class LibraryWords(TypedDict):
    """The library of resources."""

    all: str
    filters: str
    shown: str
    every: str
    every_one: str
    none: str
    reset: str
    missing_one: str
    missing_many: str
    empty: str


class ResourceWords(TypedDict):
    """The page of a resource."""

    label: str
    shared: str
    coming: str
    steps: str
    used_in: str
    roles: str
    focus_areas: str


class InspirationWords(TypedDict):
    """The page of an inspiration, and lists of them."""

    label: str
    borrowed: str
    belongs_to: str
    open: str
    missing: str
    empty: str


class MovedWords(TypedDict):
    """What stands at a former address."""

    title: str
    text: str


class NotFoundWords(TypedDict):
    """What stands where there is no page."""

    title: str
    text: str
    home: str
    search: str
    programmes: str


class TimelineWords(TypedDict):
    """The timeline of a programme."""

    show_for: str
    everyone: str
    today: str
    past: str
    next: str
    last: str
    last_left: str
    next_month: str
    now_month: str
    now: str
    legend: str
    legend_next: str
    legend_dated: str
    legend_undated: str


_StopKeywords = TypedDict("_StopKeywords", {"or": str})


class StopWords(_StopKeywords):
    """A stop: one mark on a path, and what became of its times."""

    moved_from: str
    new_place: str
    all_dates: str
    told_off: str
    legend_choice: str
    legend_part: str
    legend_series: str
    legend_moved: str
    legend_cancelled: str
    legend_shared: str


class CalendarWords(TypedDict):
    """What a page offers for calendars."""

    title: str
    subscribe: str
    subscribe_to: str
    keeps_up: str
    how: str
    copy_address: str
    copied: str
    selected: str
    outlook: str
    google: str
    apple: str
    download: str
    download_dates: str
    stays: str
    deadlines: str
    subscribe_deadlines: str
    download_deadlines: str
    one: str
    all_dates: str
    all_dates_of: str


class MessageWords(TypedDict):
    """A text for each message to those who come to a gathering."""

    call: str
    reminder: str
    off: str


class InvitationWords(TypedDict):
    """What a gathering's page offers whoever calls people to it."""

    title: str
    lede: str
    copy_it: MessageWords
    read: str
    read_or_mail: str
    mail: MessageWords
    copied: MessageWords
    selected: MessageWords


class ProgrammePageWords(TypedDict):
    """The page of a programme."""

    articles: str
    stories: str
    stories_note: str
    kind: str
    kind_umbrella: str
    find_cohort: str
    see_timeline: str
    timeline: str
    about: str
    about_umbrella: str
    editions: str
    tracks: str
    roles: str
    focus: str
    see_sheet: str
    see_sheets: str
    sheets: str
    principles: str
    resources: str
    library: str
    inspiration: str


class GatheringPageWords(TypedDict):
    """The page of a gathering."""

    all_days: str
    before: str
    was_before: str
    on_the_day: str
    after: str
    on_this_page: str
    online: str
    prepared_by: str
    focus_points: str
    focus_areas: str
    sheets: str
    presentations: str
    work_between: str
    prepares: str
    resources: str
    inspiration: str


class AgendaWords(TypedDict):
    """A day plan."""

    minutes: str
    hours: str
    led_by: str
    reckoned: str


class TurnWords(TypedDict):
    """From one page to the one before and after it."""

    gatherings: str
    before: str
    after: str
    previous: str
    following: str


class ChecklistWords(TypedDict):
    """Points to tick off."""

    not_kept: str


class UpNextWords(TypedDict):
    """What comes next for a role."""

    next: str
    choose: str
    """Has ``{count}`` in it, which is how many are left, and ``{when}``."""
    last: str
    next_month: str
    now: str
    now_month: str
    yearless: str
    undated: str
    first_undated: str
    before: str
    held: str
    prepared_by: str
    work: str
    prepare: str
    done_label: str
    done: str
    done_dated: str
    done_off: str
    done_more: str


class WayWords(TypedDict):
    """A role's way through the programme."""

    next: str
    last: str
    now: str
    coming: str
    folded: str
    """Has ``{count}`` in it, in letters."""


class NextOfWords(TypedDict):
    """What is next of a whole path, in a line; they have ``{who}``, ``{name}``, ``{day}`` and ``{when}`` in them."""

    next: str
    line: str
    last: str
    month: str
    undated: str
    now: str
    cohort_now: str


class SupportWords(TypedDict):
    """The drawing of who supports whom."""

    meet: str


class RolePageWords(TypedDict):
    """The page of a role."""

    tracks: str
    part_of: str
    members: str
    way: str
    whole_programme: str
    about: str
    support: str
    duties: str
    focus: str
    sheets: str
    resources: str


class TrackPageWords(TypedDict):
    """The page of a track."""

    kind: str
    part_of: str
    audience: str
    about: str
    parts: str
    gatherings: str
    whole_programme: str
    resources: str
    inspiration: str


class SignUpWords(TypedDict):
    """How one takes part."""

    title: str
    here: str
    deadline: str
    seats: str
    price: str
    bring: str
    contact: str
    closed: str


class CohortsWords(TypedDict):
    """Cohorts in lists, and the dates of each."""

    title: str
    lede: str
    which: str
    which_why: str
    unknown: str
    all_dates: str
    to: str
    earlier: str
    yours: str
    when: str
    kept_from: str
    summary: str
    presentations: str


class CohortPageWords(TypedDict):
    """The page of a cohort."""

    about: str
    which: str
    others: str
    way: str
    kept: str


class ChangeSorts(TypedDict):
    """What has happened, in a word."""

    moved: str
    cancelled: str
    dated: str
    place: str
    presentation: str
    gathering: str


class ChangeLines(ChangeSorts):
    """What follows that word, in one line."""

    moved_place: str
    """Of what was moved in time and place both: what follows in turn."""


class ChangesWords(TypedDict):
    """What has changed."""

    title: str
    title_of: str
    lede: str
    recent: str
    last: str
    all: str
    show_for: str
    whole_programme: str
    whole_portal: str
    follow: str
    follow_how: str
    feed: str
    calendar_how: str
    calendar: str
    to: str
    """Heard between what was and what is."""
    there: str
    part_name: str
    sorts: ChangeSorts
    lines: ChangeLines


class HandbookPageWords(TypedDict):
    """The handbook."""

    required: str
    none_required: str
    one_of: str
    file: str
    written: str
    shown: str
    means: str
    wrong: str
    right: str
    cure: str
    step: str
    contents: str
    next: str


class GapsPageWords(TypedDict):
    """The page of what is missing."""

    shared: str
    next: str


class PrintsWords(TypedDict):
    """The ways to paper from a page."""

    print: str


class WheelWords(TypedDict):
    """The year as a wheel."""

    see: str
    lede: str
    undated: str
    year: str
    key: str
    work: str
    about: str
    day: str
    many: str
    counts: str
    today: str
    seam: str


class PlacePageWords(TypedDict):
    """The page of a place."""

    label: str
    shared: str
    about: str
    room: str
    contact: str
    map: str
    gatherings: str


class FocusAreaPageWords(TypedDict):
    """The page of a focus area."""

    kind: str
    number: str
    about: str
    questions: str
    sheets: str
    gatherings: str
    resources: str
    inspiration: str
    neighbours: str
