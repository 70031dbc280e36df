"""The entry point of the command ``stifinner`` and of ``python -m stifinner``."""

import signal


def main() -> None:
    """Run the command line.

    Ctrl+C while the modules are imported ends the process at once, without Python's traceback.
    """
    is_default = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_default:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from .cli import main as run

    if is_default:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run(prog_name="stifinner")


if __name__ == "__main__":
    main()
