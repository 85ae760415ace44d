"""What is removed because its time is over."""

from news.actions.attempts import remove_old_attempts
from news.actions.audit import remove_old_entries
from news.actions.presence import remove_old_presences
from news.actions.sessions import remove_old_sessions


def sweep() -> None:
    """Remove what nobody needs any more. The worker does it every hour; doing it twice changes nothing."""
    remove_old_attempts()
    remove_old_entries()
    remove_old_presences()
    remove_old_sessions()
