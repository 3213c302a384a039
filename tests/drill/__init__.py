"""What a stranger may try: addresses, files, many at once, a server that dies. ``make drill`` runs it at length."""
