"""Smaller pages over the wire, where no web server stands before the application."""

from django.middleware.gzip import GZipMiddleware

from infoshos.editorial import is_editorial

TEXTS = ("text/", "application/atom+xml", "application/json", "image/svg+xml")


class PublicGZip(GZipMiddleware):
    """Compresses a page to the same bytes for every reader. There is no secret in it to be guessed."""

    max_random_bytes = 0


class CompressionMiddleware(GZipMiddleware):
    """Compresses texts; pictures and documents are as small as they get.

    The editors' pages hold a token, so Django adds bytes of random number to them, against attacks that guess a
    secret from the size of what it is compressed with.
    """

    def __init__(self, get_response):
        super().__init__(get_response)
        self._public = PublicGZip(get_response)

    def process_response(self, request, response):
        """Compress what is text and not compressed yet."""
        if response.streaming or not response.headers.get("Content-Type", "").startswith(TEXTS):
            return response
        if is_editorial(request):
            return super().process_response(request, response)
        return self._public.process_response(request, response)
