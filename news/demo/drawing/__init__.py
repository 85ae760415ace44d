"""Draws the pictures of the demonstration and prints its documents; the application does not use it."""
