"""Views made into what is published: pages now; sheets, calendars and feeds have their place here too."""
