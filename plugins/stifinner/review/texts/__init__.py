"""Rules about text: words, links, personal data, headings, and what was left over from a template."""
