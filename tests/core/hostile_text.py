"""Text made to do something to whoever shows it, and what no echo of it may hold."""

import re
import unicodedata

COMMANDS = (
    "##[error]FALSK FEIL",
    "A ##[group]gruppe",
    "###[endgroup]",
    "##[add-mask]hemmelig",
    "##[command]rm -rf",
    "#\u00ad#[error]myk bindestrek",
    "::error file=content/a.md,line=1::FALSK",
    "::warning::x",
    "  ::notice::x",
    "\u00a0::debug::x",
    "\u200b::error::x",
    ":\u2060:error::x",
    "::stop-commands::slutt",
    "::add-mask::portal",
    "::set-output name=a::b",
    "::save-state name=a::b",
    "::set-env name=PATH::x",
    "::add-path::/tmp",
    "::group::x",
    "::endgroup::",
    "::add-matcher::x.json",
    "::echo::on",
    ":::error::x",
    "::::",
    "tekst ::error::midt i",
)
"""What GitHub's runner obeys, or nearly."""
MARKDOWN = (
    "@alle",
    "@eier/gruppe",
    "#1",
    "eier/depot#12",
    "GH-3",
    "[lenke](https://example.org/)",
    "![bilde](https://example.org/b.png)",
    "https://example.org/a",
    "www.example.org",
    "post@example.org",
    "<b>fet</b>",
    "<img src=x onerror=alert(1)>",
    "<!-- borte",
    "`kode` og **fet** og ~~strøket~~",
    "| a | b |",
    "&lt;script&gt;",
    "deadbeef1234567",
    "$\\color{red}{x}$",
    "- [ ] gjort",
    ":warning:",
    "\\",
    "> sitat",
    "[^1]",
    "<https://example.org>",
    "a</details>b",
)
"""What a summary would make something of."""
UNSEEN = (
    "\x1b[2J\x1b[1;1HFerdig: alt i orden",
    "\x1b]0;PWN\x07",
    "\x1b]8;;https://example.org\x1b\\lenke\x1b]8;;\x1b\\",
    "\x1b[31mrødt\x1b[0m",
    "\x1bc",
    "\x1bP1$r\x1b\\",
    "\x9b2J",
    "\x9d0;tittel\x9c",
    "\x90q\x9c",
    "a\x08\x08\x08b",
    "a\x07b",
    "a\n::error::b",
    "a\r\n##[error]b",
    "a\x0bb",
    "a\x0cb",
    "a\x1cb\x1db\x1eb",
    "a\x7fb",
    "a\x85b",
    "a\u2028::error::b",
    "a\u2029##[error]b",
    "\u202eforkledd\u202c",
    "\u202aa\u202bb\u202dc",
    "\u2066a\u2067b\u2068c\u2069",
    "\u206aa\u206fb",
    "a\U000e0041\U000e0042b",
    "\ufff9a\ufffab\ufffb",
    "a\ufffeb",
)
"""What a terminal obeys, and what turns a text or hides in it."""
HOSTILE = (*COMMANDS, *MARKDOWN, *UNSEEN)

STEERING = {"Cc", "Cs", "Zl", "Zp"}
TURNING = {"\u061c", *map(chr, (*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x2070)))}


def steering_in(shown: str) -> set[str]:
    """What a terminal or a runner would obey in what was written to it; nothing, where all is well."""
    found = {
        f"U+{ord(sign):04X}"
        for sign in set(shown) - {"\n"}
        if unicodedata.category(sign) in STEERING or sign in TURNING or 0xE0000 <= ord(sign) <= 0xE007F
    }
    bare = re.sub("[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff]", "", shown)
    found |= {"##["} if "##[" in bare else set()
    return found | {line[:40] for line in bare.split("\n") if line.strip().startswith("::")}
