"""A running ``stifinner serve``, as a person sees it: what it says, and what it shows."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path


class Served:
    """A running ``stifinner serve``."""

    def __init__(self, folder: Path, port: int) -> None:
        self.log = folder.parent / "log.txt"
        self.temporary = folder.parent / "tmp"
        self.temporary.mkdir()
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1", "TMPDIR": str(self.temporary)}
        command = [sys.executable, "-m", "stifinner", "serve", "--port", str(port)]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            self.url = self.wait_for(r"Portalen står på (http://127\.0\.0\.1:\d+/)\n")[1]
        except AssertionError:
            self.stop()
            raise

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Wait until what was said matches."""
        for _ in range(300):
            if found := re.search(pattern, self.said()):
                return found
            time.sleep(0.1)
        raise AssertionError(f"«{pattern}» was not said:\n{self.said()}")

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def get(self, path: str = "") -> str:
        return self.get_bytes(path).decode()

    def get_bytes(self, path: str) -> bytes:
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return answer.read()

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)
