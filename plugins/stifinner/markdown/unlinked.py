"""Texts in which some links are only their words."""

from collections.abc import Collection, Iterable

from .text import Text
from .tokens import Token


class Unlinker:
    """Takes links out of the texts of one file and leaves their words. ``targets``: of those links, as written.

    A token that stands in several texts is one token afterwards too.
    """

    def __init__(self, targets: Collection[str]) -> None:
        self._targets = targets
        self._done: dict[int, tuple[Token, Token]] = {}
        """Identity of a token → the token itself, which is kept so that no other gets its identity; and the new one."""
        self._notes: dict[int, tuple[object, object]] = {}
        """The same of the bodies of footnotes."""

    def unlink(self, text: Text) -> Text:
        """Give the text without the links; the same object where it has none of them."""
        tokens = self._tokens(text.tokens)
        return text if tokens == text.tokens else Text(tokens, text.begins, text.done)

    def _tokens(self, tokens: Iterable[Token]) -> tuple[Token, ...]:
        """Give tokens without the links among them."""
        kept, within = [], 0
        for token in tokens:
            # Links do not stand within links, so what is open is the one that is taken out.
            if token.type == "link_open" and str(token.attrs.get("href", "")) in self._targets:
                within += 1
            elif token.type == "link_close" and within:
                within -= 1
            else:
                kept.append(self._token(token))
        return tuple(kept)

    def _token(self, token: Token) -> Token:
        """Give a token with what is in it, and the footnote that it refers to, without the links."""
        if id(token) not in self._done:
            self._done[id(token)] = token, self._changed(token)
        return self._done[id(token)][1]

    def _changed(self, token: Token) -> Token:
        children = token.children and self._tokens(token.children)
        body = token.meta.get("note")
        note = body if body is None else self._note(body)
        if note is not body:
            token = token.copy(meta={**token.meta, "note": note})
        if children and children != tuple(token.children or ()):
            token = token.copy(children=list(children))
        return token

    def _note(self, body: Iterable[Token]) -> object:
        """Give the body of a footnote without the links. The places that refer to it go on sharing one body."""
        if id(body) not in self._notes:
            self._notes[id(body)] = body, body
            tokens = self._tokens(body)
            self._notes[id(body)] = body, body if tokens == tuple(body) else tokens
        return self._notes[id(body)][1]
