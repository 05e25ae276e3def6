"""How the editor speaks when a server shows it in a browser: Textual's web driver, that ends with its server."""

import os

from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Leaves when the server is gone, however it went: the journal keeps the work."""

    def run_input_thread(self) -> None:
        super().run_input_thread()
        if not self.exit_event.is_set():
            os._exit(0)  # an ordered exit would write to the server that is gone, and wait for it
