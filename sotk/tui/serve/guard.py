"""Who may come in: the token, the host that was asked for, and the page the request comes from.

A page of another site can make a browser send requests here, and a name it owns can be made to point here;
so a request without our token, for another host, or from another page gets nothing. Knows no server.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")
TOKEN_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Guard:
    """`hosts` are the values of `Host` that are ours, each with its port."""

    hosts: frozenset[str]
    cookie: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(TOKEN_BYTES), repr=False)

    @classmethod
    def of(cls, host: str, port: int) -> "Guard":
        """The guard of a server that listens on an address. The cookie names the port: ports share cookies."""
        names: Iterable[str] = LOOPBACK if is_loopback(host) else (_bracketed(host),)
        return cls(frozenset(f"{name}:{port}" for name in names), f"sotk-{port}")

    def is_ours(self, host: str | None) -> bool:
        """Whether a request was meant for this server."""
        return host is not None and host.lower() in self.hosts

    def is_from_us(self, origin: str | None, host: str | None, *, required: bool) -> bool:
        """Whether a request comes from our own page; a browser says so wherever it is `required`."""
        if origin is None:
            return not required
        return origin.lower() == f"http://{host}".lower()

    def knows(self, token: str | None) -> bool:
        """Whether a token is the one, in a time that does not tell how much of it was right."""
        return token is not None and secrets.compare_digest(token.encode("utf-8"), self.token.encode("ascii"))


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine only."""
    from ipaddress import ip_address

    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_everywhere(host: str) -> bool:
    """Whether an address stands for all of this machine's, so that no `Host` could be expected."""
    from ipaddress import ip_address

    try:
        return ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return not host


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host.lower()
