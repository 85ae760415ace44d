"""A mail server on this machine, which takes what it is given, refuses it, or is not there."""

import logging
import socket
from contextlib import closing
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from aiosmtpd.controller import Controller


class MailServer:
    """Listens on a port of its own while it is up; keeps what it took."""

    def __init__(self):
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.taken: list[EmailMessage] = []
        self.envelopes = []
        self.answer = "250 OK"
        self.breaks_off = False
        self.controller = None

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the library's name
        """Take a mail, unless another answer is wanted; hang up instead of answering, where that is."""
        if self.answer.startswith("250"):
            self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
            self.taken.append(BytesParser(policy=policy.default).parsebytes(envelope.content))
        if self.breaks_off:
            server.transport.abort()
        return self.answer

    def start(self):
        """Begin to listen."""
        logging.getLogger("mail.log").setLevel(logging.ERROR)
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self):
        """Be away: whoever connects is refused."""
        if self.controller:
            self.controller.stop()
            self.controller = None

    def only(self) -> EmailMessage:
        """The only mail that came."""
        assert len(self.taken) == 1, [mail["subject"] for mail in self.taken]
        return self.taken[0]
