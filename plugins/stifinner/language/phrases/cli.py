"""The catalogue's ``cli``: what the command line says."""

from typing import TypedDict


class Severities(TypedDict):
    """What each severity means."""

    error: str
    warning: str
    advice: str


class WithoutAddress(TypedDict):
    """What a portal lacks whose address nobody knows."""

    codes: str
    feed: str
    calendars: str
    invitations: str


class CliHelp(TypedDict):
    """What ``--help`` says of commands and options."""

    stifinner: str
    build: str
    serve: str
    check: str
    changes: str
    told_as: str
    explain: str
    gaps: str
    schema: str
    schema_to: str
    gaps_format: str
    gaps_today: str
    format: str
    today: str
    write: str
    new: str
    new_portal: str
    new_file: str
    new_title: str
    new_programme: str
    name: str
    organisation: str
    config_file: str
    site_dir: str
    wait: str
    preview: str
    port: str
    traceback: str


class CliText(TypedDict):
    """What the command line says."""

    decimal_sign: str
    starting: str
    serving: str
    rebuilt: str
    mend_it: str
    stopped: str
    built: str
    preview_built: str
    no_address: str
    """``{missing}``: what is named in ``without_address``, as far as the portal would have it."""
    without_address: WithoutAddress
    not_built: str
    no_settings: str
    unknown_language: str
    not_a_site: str
    source_in_the_way: str
    waiting: str
    busy: str
    left: str
    ended: str
    machine: dict[str, str]
    own_fault: str
    made_of: str
    report_it: str
    crashed: str
    schemas_written: str
    mend_first: str
    in_order: str
    nothing_stops: str
    in_summary: str
    date_pattern: str
    severities: Severities
    wrong: str
    right: str
    explain_one: str
    unknown_code: str
    not_in_order: str
    unknown_revision: str
    not_empty: str
    unreadable_settings: str
    not_written: str
    written: str
    ask_name: str
    ask_organisation: str
    new_names: dict[str, list[str]]
    ask_title: str
    ask_fact: str
    ask_programme: str
    exists: str
    written_file: str
    file_not_written: str
    name_left_out: str
    no_programme: str
    unknown_programme: str
    not_answered: str
    in_the_way: str
    name_not_usable: str
    started: str
    only_here: str
    help: CliHelp
    site_problems: dict[str, str]
