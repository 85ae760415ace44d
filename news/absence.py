"""Why there is nothing at an address, for the page that says so."""

from django.http import Http404


class Absent(Http404):
    """A 404 whose query asks for what does not exist, while the page without the query does.

    `reason` is shown to the reader; `lead` is the text of the link to the address without its query.
    """

    def __init__(self, reason: str, lead: str):
        super().__init__(reason)
        self.reason, self.lead = reason, lead
