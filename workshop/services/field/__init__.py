"""Services in the field: indicators, pilots, shifts and observations."""
