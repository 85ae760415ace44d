"""Headers of static files. Apart from the middleware: settings are read before models exist."""


def add_static_headers(headers, path, url):
    """Others may show our icons and read our style sheets."""
    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
