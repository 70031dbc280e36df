"""``stifinner``, and ``python -m stifinner``."""

import signal


def main() -> None:
    """Run the command line. Being stopped while it is read in needs no words."""
    plain = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if plain:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from .cli import main as run

    if plain:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run(prog_name="stifinner")


if __name__ == "__main__":
    main()
