"""A headless Chromium for tests, driven over its own protocol."""

import asyncio
import contextlib
import json
import shutil
import subprocess
import time

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = "no Chromium on this machine: install chromium to run this test"


class Browser:
    """One page. `asked` lists the addresses it has asked for since `Network.enable`."""

    def __init__(self, channel):
        self._channel, self._last = channel, 0
        self.asked = []

    async def call(self, method, **given):
        self._last += 1
        await self._channel.send_json({"id": self._last, "method": method, "params": given})
        while True:
            message = json.loads((await self._channel.receive(60)).data)
            if message.get("method") == "Network.requestWillBeSent":
                self.asked.append(message["params"]["request"]["url"])
            if message.get("method") == "Network.webSocketCreated":
                self.asked.append(message["params"]["url"])
            if message.get("id") == self._last:
                return message.get("result", {})

    async def see(self, expression):
        found = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found.get("result", {}).get("value")

    async def until(self, expression):
        for _ in range(300):
            if await self.see(expression):
                return
            await asyncio.sleep(0.1)
        raise AssertionError(expression)

    async def type(self, text, pause=0.15):
        for character in text:
            await self.call("Input.dispatchKeyEvent", type="char", text=character)
            await asyncio.sleep(pause)

    async def press(self, key):
        """A key with its events, such as `/`, `Enter` or `ArrowLeft`."""
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)


@contextlib.asynccontextmanager
async def browsing(client, folder):
    """A page of a Chromium that has its profile in `folder` and ends with the block; `client` is aiohttp's."""
    chromium = subprocess.Popen(  # noqa: ASYNC220 - it only starts
        [
            *(CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"),
            *(f"--user-data-dir={folder / 'chromium'}", "--window-size=1200,800", "about:blank"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        port_file = folder / "chromium" / "DevToolsActivePort"
        end = time.monotonic() + 60
        while not port_file.exists() or not port_file.read_text():
            assert time.monotonic() < end, "chromium did not start"
            await asyncio.sleep(0.1)
        debugging = f"http://127.0.0.1:{port_file.read_text().split()[0]}"
        pages = await (await client.get(f"{debugging}/json")).json()
        page = next(each for each in pages if each["type"] == "page")
        async with client.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as channel:
            browser = Browser(channel)
            await browser.call("Network.enable")
            yield browser
    finally:
        chromium.terminate()
        chromium.wait(20)
