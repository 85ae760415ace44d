"""How the periods of a state change."""

from django.db import transaction

from news.models import Membership, State


@transaction.atomic
def save_memberships(state: State, *, changed=(), removed=()) -> None:
    """Write the changed and new periods of a state and remove the others, all or none.

    Changed rows leave the table first and come back under their numbers: what overlaps while they are written one by
    one need not overlap in the end. Raises IntegrityError where it does. The state is held until the transaction
    ends, so that two who save its periods come one after the other.
    """
    State.objects.select_for_update().get(pk=state.pk)
    stored = [row.pk for row in (*changed, *removed) if row.pk]
    Membership.objects.filter(state=state, pk__in=stored).delete()
    for row in changed:
        row.state = state
        row.save(force_insert=True)
