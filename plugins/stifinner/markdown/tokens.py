"""A piece of parsed Markdown, as the parser's library has it: everybody else takes the type from here."""

from markdown_it.token import Token

__all__ = ["Token"]
