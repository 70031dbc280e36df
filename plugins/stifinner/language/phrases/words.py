"""The catalogue's ``words``: what the templates say; pages and sheets have modules of their own."""

from typing import TypedDict

from .pages import (
    AgendaWords,
    CalendarWords,
    ChangesWords,
    ChecklistWords,
    CohortPageWords,
    CohortsWords,
    FocusAreaPageWords,
    FrontWords,
    GapsPageWords,
    GatheringPageWords,
    HandbookPageWords,
    InspirationWords,
    InvitationWords,
    LibraryWords,
    MovedWords,
    NextOfWords,
    NotFoundWords,
    PlacePageWords,
    PrintsWords,
    ProgrammePageWords,
    ResourcesWords,
    ResourceWords,
    RolePageWords,
    SheetsWords,
    SignUpWords,
    StopWords,
    SupportWords,
    TimelineWords,
    TrackPageWords,
    TurnWords,
    UpNextWords,
    WayWords,
    WheelWords,
)
from .sheets import PaperWords, SheetPageWords


class ProseWords(TypedDict):
    """What is shown within an editor's text."""

    table: str
    notes: str
    back: str
    alerts: dict[str, str]


class AnchorWords(TypedDict):
    """Places on pages, and pages that the portal makes itself, as addresses have them."""

    i_am: str
    gaps: str
    changes: str
    calendar: str
    invitation: str
    deadlines: str
    schemas: str
    handbook: str
    programmes: str
    timeline: str
    wheel: str
    work_between: str
    articles: str
    stories: str
    about: str
    about_track: str
    cohorts: str
    about_cohort: str
    about_place: str
    about_focus: str
    role: str
    editions: str
    tracks: str
    roles: str
    focus: str
    principles: str
    resources: str
    inspiration: str
    before: str
    on_the_day: str
    after: str
    way: str
    support: str
    duties: str
    print: str
    fill_in: str
    together: str
    about_sheet: str
    plan: str
    code: str
    gatherings: str
    questions: str
    sheets: str


class PlaceWords(TypedDict):
    """Places below fixed headings."""

    agenda: str
    presentations: str
    schedule: str
    from_gatherings: str
    forms: str
    steps: str


class FrameWords(TypedDict):
    """What stands around every page."""

    for_editors: str
    skip: str
    about: str
    preview: str
    preview_notice: str
    draft: str
    draft_notice: str
    main_menu: str
    search: str
    theme: str
    menu: str
    programmes: str
    pages: str
    edit: str


class MissingWords(TypedDict):
    """What stands in place of something that is not there yet."""

    date: str
    link: str
    place: str


class ClockWords(TypedDict):
    """How far away a day is; the browser counts."""

    today: str
    tomorrow: str
    in_days: str
    in_months: str
    in_years: str
    running: str
    done: str
    off_today: str
    numbers: list[str]
    """From one."""
    locales: list[str]
    """In which browsers write days, the first that is known."""
    days_or: str
    cohort_in_address: str


class StateWords(TypedDict):
    """How far a programme has come; the browser knows the date."""

    planned: str
    running: str
    completed: str


class ProblemWords(TypedDict):
    """What stands above the pages while somebody writes them."""

    one: str
    many: str
    last_good: str


class SearchWords(TypedDict):
    """The search."""

    label: str
    hint: str
    close: str
    loading: str
    none: str
    meant: str
    ways: str
    library: str
    contact: str
    near: str
    endings: list[str]
    one: str
    many: str
    more: str
    failed: str
    keyboard: str


class WithinWords(TypedDict):
    """The list of a programme's pages."""

    label: str
    all: str


class Words(TypedDict):
    """What the pages say, each in its own part."""

    prose: ProseWords
    section: str
    anchors: AnchorWords
    places: PlaceWords
    frame: FrameWords
    missing: MissingWords
    clock: ClockWords
    state: StateWords
    problems: ProblemWords
    search: SearchWords
    within: WithinWords
    front: FrontWords
    resources: ResourcesWords
    sheets: SheetsWords
    library: LibraryWords
    resource: ResourceWords
    inspiration: InspirationWords
    moved: MovedWords
    not_found: NotFoundWords
    timeline: TimelineWords
    stop: StopWords
    calendar: CalendarWords
    invitation: InvitationWords
    programme_page: ProgrammePageWords
    gathering_page: GatheringPageWords
    agenda: AgendaWords
    turn: TurnWords
    checklist: ChecklistWords
    upnext: UpNextWords
    way: WayWords
    next_of: NextOfWords
    support: SupportWords
    role_page: RolePageWords
    track_page: TrackPageWords
    sign_up: SignUpWords
    cohorts: CohortsWords
    cohort_page: CohortPageWords
    changes: ChangesWords
    handbook_page: HandbookPageWords
    gaps_page: GapsPageWords
    prints: PrintsWords
    wheel: WheelWords
    sheet_page: SheetPageWords
    place_page: PlacePageWords
    focus_area_page: FocusAreaPageWords
    paper: PaperWords
