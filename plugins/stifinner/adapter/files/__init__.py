"""What goes into the site, file by file: pages, papers, pictures, attachments, schemas."""
