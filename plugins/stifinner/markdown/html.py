"""HTML of tokens, by the parser's own renderer."""

from collections.abc import Sequence

from .parser import OPTIONS, RendererHTML
from .tokens import Token


class HtmlRenderer(RendererHTML):
    """The parser's own renderer of HTML. Subclasses have a method for each type of token that they show otherwise."""

    def render_tokens(self, tokens: Sequence[Token]) -> str:
        """HTML of blocks."""
        html: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "inline":
                begins = index > 1 and tokens[index - 1].type == "paragraph_open"
                item = tokens[index - 2] if begins and tokens[index - 2].type == "list_item_open" else None
                html.append(self.render_line_of(token, item))
            elif token.type in self.rules:
                html.append(self.rules[token.type](tokens, index, OPTIONS, {}))
            else:
                html.append(self.renderToken(tokens, index, OPTIONS, {}))
        return "".join(html)

    def render_inline(self, token: Token) -> str:
        """HTML of a line."""
        return self.renderInline(token.children or (), OPTIONS, {})

    def render_line_of(self, token: Token, item: Token | None) -> str:  # noqa: ARG002 (for those who need it)
        """HTML of a line. ``item``: the token of the point that it begins."""
        return self.render_inline(token)
