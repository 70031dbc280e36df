"""Sheets as PDFs: a view becomes data, and a Typst template sets it."""
