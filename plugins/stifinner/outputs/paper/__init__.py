"""Papers as PDFs: a view is turned into data, and Typst templates set it."""
