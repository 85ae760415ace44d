"""What people do with their own accounts: log in, see where they are logged in, guard the way in."""
