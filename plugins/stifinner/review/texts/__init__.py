"""Rules about what is written: words, links, personal data, what was left over."""
