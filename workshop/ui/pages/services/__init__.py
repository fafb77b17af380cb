"""The page of services and pilots."""
