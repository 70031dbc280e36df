"""The catalogue's ``shown``: texts that views compose; templates only show them."""

from typing import TypedDict

from .counted import Counted


class FormWords(TypedDict):
    """A form of a resource: its picture, the portal's word, and the words that an editor's line may begin with."""

    icon: str
    name: str
    words: list[str]


class GatheringKinds(TypedDict):
    """Types of gatherings."""

    gathering: str
    kick_off: str
    half_day: str
    supervision: str
    festival: str
    internal: str


Shapes = TypedDict(
    "Shapes",
    {
        "kick-off": str,
        "gathering": str,
        "gathering-two-days": str,
        "between": str,
        "supervision": str,
        "festival": str,
        "internal": str,
    },
)
"""Shapes on the timeline, in its legend."""


class States(TypedDict):
    """How far a programme has come."""

    planned: str
    running: str
    completed: str


_StopKeywords = TypedDict("_StopKeywords", {"or": str})


class StopText(_StopKeywords):
    """One mark on a path: what it is, and what became of it."""

    choose: str
    others: Counted
    part: str
    parts: str
    times: Counted
    days: Counted
    cancelled: str
    cancelled_only: str
    off: str
    told: str
    together: str
    together_all: str
    varies: str
    in_cohort: str


class CalendarText(TypedDict):
    """Entries of calendars."""

    in_cohort: str
    in_role: str
    your_way: str
    moved: str
    off: str
    place_before: str
    choice: str
    audience: str
    deadlines_of: str
    deadline: str
    sign_up_to: str
    due: str
    work_of: str


class MessageTexts(TypedDict):
    """A text for each message to those who come to a gathering."""

    call: str
    reminder: str
    off: str


class MessageSubjects(MessageTexts):
    """Subjects of messages, and of the first about a new day, a new clock time of the same day, or a new place."""

    moved: str
    later: str
    elsewhere: str


class InvitationText(TypedDict):
    """What whoever calls people to a gathering writes to them."""

    hello: str
    name: str
    begin: MessageTexts
    subjects: MessageSubjects
    moved: str
    later: str
    elsewhere: str
    off: str
    reason: str
    place: str
    calendar: str
    page: str


class CohortFacts(TypedDict):
    """Labels of what a cohort's file says on top."""

    participants: str
    place: str
    address: str


class GapsText(TypedDict):
    """The page of what is missing."""

    title: str
    lede: str
    none: str
    kinds: dict[str, str]
    date_of: str
    dates_of: str
    sign_up_of: str
    missing: dict[str, str]
    """What a page may lack → word."""


class WheelText(TypedDict):
    """The year as a wheel."""

    title: str
    of: str
    role_in: str
    two_rings: str
    more_rings: str
    print: str


class HandoutText(TypedDict):
    """Pages for printing, and the first pages of a pack."""

    print_page: str
    back: str
    when: str
    where: str
    audience: str
    duration: str
    agenda: str
    think: str


class PaperTexts(TypedDict):
    """A text for each paper: of a sheet, or of a pack."""

    examples: str
    lines: str
    questions: str
    facilitator: str
    large: str
    participants: str
    leaders: str
    own: str


class PaperEndings(TypedDict):
    """How the file's name ends, of papers that are not told apart by a letter."""

    facilitator: str
    large: str
    participants: str
    leaders: str
    own: str


class PapersText(TypedDict):
    """Sheets and packs as PDFs."""

    names: PaperTexts
    """As pages link to them."""
    labels: PaperTexts
    """As they stand at the foot."""
    endings: PaperEndings


class RoleInSentence(TypedDict):
    """The name of a role with its article, in languages that have one."""

    before_vowel: str
    otherwise: str


class Filters(TypedDict):
    """What the library is filtered by."""

    kind: str
    role: str
    programme: str
    focus: str


class AgendaReckoned(TypedDict):
    """Words for points whose clock times were reckoned from minutes."""

    all: str
    some: str


class SheetAsks(TypedDict):
    """What a reader will find in a sheet."""

    statements: Counted
    questions: Counted


class WithinText(TypedDict):
    """The list of a programme's pages."""

    programme: str
    overview: str
    timeline: str
    gatherings: str
    cohorts: str
    roles: str
    tracks: str
    places: str
    focus_areas: str
    resources: str
    all_resources: str
    sheets: str
    inspirations: str
    articles: str


class NavText(TypedDict):
    """The main menu."""

    programmes: str
    roles: str
    resources: str
    inspiration: str
    wheel: str


_ShownKeywords = TypedDict("_ShownKeywords", {"and": str})


class ShownText(_ShownKeywords):
    """What views say in several places."""

    draft_name: str
    gathering_kinds: GatheringKinds
    shapes: Shapes
    stop: StopText
    calendar: CalendarText
    invitation: InvitationText
    cohort_facts: CohortFacts
    work_between: str
    work_between_until: str
    more_days: Counted
    work_between_by: str
    work_between_open: str
    work_at: str
    work_at_day: str
    work_ahead: str
    work_before: str
    work_weeks: Counted
    work_days: Counted
    work_next: str
    work_step_by: str
    work_for: str
    states: States
    forms: dict[str, FormWords]
    """Forms of resources; the first word of an editor's line tells which it is."""
    gaps: GapsText
    wheel: WheelText
    handout: HandoutText
    papers: PapersText
    missing_link: str
    missing_link_to: str
    missing_yet: str
    missing_forms: str
    by_author: str
    level: str
    role_in_sentence: RoleInSentence
    you_are: str
    you_are_in: str
    i_am: str
    gap_place: str
    gap_time: str
    gap_both: str
    prepares_teaching: str
    prepares_other: str
    taught_by: str
    for_audience: str
    date_sentence: str
    everyone: str
    meeting: str
    own_focus: str
    gatherings_count: Counted
    dates_coming: str
    audience: str
    where: str
    organisations: str
    provider: str
    part_of: str
    duration: str
    duties: str
    lasting_duties: str
    quoted: str
    supports_in_plural: bool
    """Whether support is said of roles in the plural («ledere støtter ansatte»), as verbs do not change with number."""
    supports_detail: str
    supports: str
    supports_recommended: str
    library_of: str
    library: str
    library_lede: str
    library_lede_programme: str
    resources_all_missing: str
    resources_some_missing: str
    inspirations: str
    inspirations_lede: str
    filters: Filters
    shared: str
    agenda_no_clock: str
    agenda_reckoned: AgendaReckoned
    about: str
    from_month: str
    row_months: str
    row_months_years: str
    sheet_asks: SheetAsks
    within: WithinText
    nav: NavText
    all_programmes: str
    not_found: str
