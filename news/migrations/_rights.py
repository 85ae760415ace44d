"""How migrations give rights to groups. Not a migration: Django leaves out names that begin with an underscore."""


def give(apps, database, rights):
    """Give groups, by their keys, the rights in `rights`: {"editor": ["news.change_article", …]}.

    Groups and permissions that are not there yet are made: in a new database Django makes permissions only after the
    last migration. Doing it twice changes nothing.
    """
    Group = apps.get_model("auth", "Group")
    for key, codes in rights.items():
        group, _made = Group.objects.using(database).get_or_create(name=key)
        group.permissions.add(*(_permission(apps, database, code) for code in codes))


def take(apps, database, rights):
    """Take the rights away again."""
    Group = apps.get_model("auth", "Group")
    for key, codes in rights.items():
        for group in Group.objects.using(database).filter(name=key):
            group.permissions.remove(*(_permission(apps, database, code) for code in codes))


def _permission(apps, database, code):
    label, codename = code.split(".")
    verb, _, name = codename.partition("_")
    # `publish_article` belongs to the article too.
    model = apps.get_model(label, "article" if name == "any_article" else name)
    kind, _made = (
        apps.get_model("contenttypes", "ContentType")
        .objects.using(database)
        .get_or_create(app_label=label, model=model._meta.model_name)
    )
    called = dict(model._meta.permissions).get(codename, f"Can {verb} {model._meta.verbose_name_raw}")
    permission, _made = (
        apps.get_model("auth", "Permission")
        .objects.using(database)
        .get_or_create(content_type=kind, codename=codename, defaults={"name": str(called)})
    )
    return permission
