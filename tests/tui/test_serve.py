"""The editor in a browser: who may come in, and that a person can work there."""

import asyncio
import os
import sys

import pytest

aiohttp = pytest.importorskip("aiohttp", reason="the extra `serve` is not installed")
pytest.importorskip("textual_serve", reason="the extra `serve` is not installed")

from sotk.tui.serve.guard import Guard, is_everywhere, is_loopback  # noqa: E402
from sotk.tui.serve.server import STATIC, Server, listening, serve  # noqa: E402
from tests.browser import CHROMIUM, MISSING, browsing  # noqa: E402

WORDS = dict.fromkeys(("lang", "title", "loading", "ended", "again", "noscript", "refused"), "kata <b>")


def served(scene, arguments=(sys.executable, "-c", "print('none')")):
    """Run a scene against a running server; every editor is gone after it."""

    async def go():
        listener = listening("127.0.0.1", 0)
        port = listener.getsockname()[1]
        server = Server(arguments, Guard.of("127.0.0.1", port), WORDS)
        ready = asyncio.Event()
        task = asyncio.create_task(serve(server, listener, ready.set))
        await ready.wait()
        try:
            async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
                await scene(server, f"http://127.0.0.1:{port}", client)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        assert not server.running
        assert not server.leaving

    asyncio.run(go())


@pytest.mark.parametrize("path", ["/", "/ws", "/static/page.js", "/static/nothing", "/?token=wrong"])
def test_nothing_is_given_without_the_token(path):
    async def scene(server, url, client):
        headers = {"Origin": url}
        assert (await client.get(url + path, headers=headers)).status == 403

    served(scene)


def test_the_token_goes_from_the_address_into_a_cookie():
    async def scene(server, url, client):
        first = await client.get(f"{url}/?token={server.guard.token}", allow_redirects=False)
        assert (first.status, first.headers["Location"]) == (303, "/")
        cookie = first.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        page = await client.get(url)
        text = await page.text()
        assert page.status == 200
        assert server.guard.token not in text
        assert "kata &lt;b&gt;" in text

    served(scene)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", ""])
@pytest.mark.parametrize("path", ["/?token={token}", "/ws", "/static/page.js"])
def test_a_request_for_another_host_gets_nothing(host, path):
    async def scene(server, url, client):
        await client.get(f"{url}/?token={server.guard.token}")
        port = url.rpartition(":")[2]
        headers = {"Host": host.format(port=port), "Origin": url}
        found = await client.get(url + path.format(token=server.guard.token), headers=headers)
        assert found.status in (400, 421)

    served(scene)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://{here}", None])
def test_a_websocket_of_another_page_gets_nothing(origin):
    async def scene(server, url, client):
        await client.get(f"{url}/?token={server.guard.token}")
        headers = {} if origin is None else {"Origin": origin.format(here=url.partition("//")[2])}
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect(url + "/ws", headers=headers)
        assert refused.value.status == 403
        if origin is not None:
            assert (await client.get(url, headers=headers)).status == 403
        assert not server.running

    served(scene)


def test_the_page_and_what_it_needs_ask_no_other_host():
    async def scene(server, url, client):
        page = await client.get(f"{url}/?token={server.guard.token}")
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert f"connect-src 'self' ws://{url[7:]};" in policy
        assert "//" not in (await page.text()).replace(f"ws://{url[7:]}/ws", "")
        for name in STATIC:
            found = await client.get(f"{url}/static/{name}")
            assert found.status == 200
            assert await found.read()

    served(scene)


def test_arguments_are_read_by_no_shell(tmp_path):
    trap = tmp_path / "trap"
    code = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"
    written = tmp_path / "arguments"

    async def scene(server, url, client):
        await client.get(f"{url}/?token={server.guard.token}")
        async with client.ws_connect(url + "/ws", headers={"Origin": url}):
            for _ in range(200):
                if written.exists() and written.read_text():
                    break
                await asyncio.sleep(0.05)
        assert written.read_text() == f"$(touch {trap}); touch {trap}"
        assert not trap.exists()

    served(scene, (sys.executable, "-c", code, str(written), f"$(touch {trap}); touch {trap}"))


def test_what_a_browser_should_not_send_ends_the_connection():
    async def scene(server, url, client):
        await client.get(f"{url}/?token={server.guard.token}")
        for text in ("no json", "[]", '["resize", {"width": "x"}]', '["resize", 1]'):
            async with client.ws_connect(url + "/ws", headers={"Origin": url}) as channel:
                await channel.send_str(text)
                while not (message := await channel.receive(20)).type.name.startswith("CLOS"):
                    assert message.type is aiohttp.WSMsgType.BINARY

    served(scene, (sys.executable, "-c", "import sys; sys.stdin.buffer.read(1)"))


@pytest.mark.parametrize(
    ("host", "loopback", "everywhere"),
    [
        ("127.0.0.1", True, False),
        ("localhost", True, False),
        ("::1", True, False),
        ("[::1]", True, False),
        ("192.168.1.5", False, False),
        ("0.0.0.0", False, True),  # noqa: S104 - it is what must be refused
        ("::", False, True),
        ("", False, True),
        ("komputer", False, False),
    ],
)
def test_addresses_are_told_apart(host, loopback, everywhere):
    assert (is_loopback(host), is_everywhere(host)) == (loopback, everywhere)


@pytest.mark.skipif(CHROMIUM is None, reason=MISSING)
def test_a_person_edits_in_a_browser_and_nothing_else_is_asked(workspace, tmp_path):
    path = workspace / "usulan-uks-uptd.yaml"
    before = path.read_text("utf-8")
    arguments = (sys.executable, "-m", "sotk", "edit", "--", str(path))

    async def scene(server, url, client):
        async with browsing(client, tmp_path) as browser:
            await browser.call("Page.navigate", url=f"{url}/?token={server.guard.token}")
            await browser.until("document.body?.classList.contains('-first-byte')")
            assert "token" not in await browser.see("location.href")
            await asyncio.sleep(3)
            await browser.type("jjr")
            await browser.type(" Baru\r")
            await browser.type("\x13")
            for _ in range(100):
                if path.read_text("utf-8") != before:
                    break
                await browser.see("1")
                await asyncio.sleep(0.1)
            if os.environ.get("SOTK_WRITE"):
                picture = await browser.call("Page.captureScreenshot")
                (tmp_path / "browser.txt").write_text(picture["data"])
            ours = url.partition("//")[2]
            assert browser.asked
            assert {each.partition("//")[2].partition("/")[0] for each in browser.asked} <= {ours, ""}

    served(scene, arguments)
    assert path.read_text("utf-8") != before
