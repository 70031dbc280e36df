"""Calendars in their own format, iCalendar (RFC 5545)."""
