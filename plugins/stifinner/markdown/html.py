"""HTML made of tokens, by the parser's own renderer."""

from collections.abc import Sequence

from .parser import OPTIONS, RendererHTML
from .tokens import Token


class HtmlRenderer(RendererHTML):
    """Renders tokens as HTML. Subclasses have a method for each type of token that they show in another way."""

    def render_tokens(self, tokens: Sequence[Token]) -> str:
        """Render blocks."""
        html: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "inline":
                begins = index > 1 and tokens[index - 1].type == "paragraph_open"
                point = tokens[index - 2] if begins and tokens[index - 2].type == "list_item_open" else None
                html.append(self.render_line_of(token, point))
            elif token.type in self.rules:
                html.append(self.rules[token.type](tokens, index, OPTIONS, {}))
            else:
                html.append(self.renderToken(tokens, index, OPTIONS, {}))
        return "".join(html)

    def render_inline(self, token: Token) -> str:
        """Render the content of a paragraph, a heading or a cell."""
        return self.renderInline(token.children or (), OPTIONS, {})

    def render_line_of(self, token: Token, point: Token | None) -> str:  # noqa: ARG002 (for those who need it)
        """Render the content of a block; ``point`` is the token of the list's point that it begins, if it does."""
        return self.render_inline(token)
