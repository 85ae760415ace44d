"""What the apps need to know about requests. Nothing here knows the apps."""
