"""``python -m stifinner``."""

from .cli import main

main(prog_name="stifinner")
