"""The type of a token: a piece of parsed Markdown, as the parser's library has it. All modules take it from here."""

from markdown_it.token import Token

__all__ = ["Token"]
