"""What goes into the site, as MkDocs' ``File`` objects: pages, papers, pictures, attachments, schemas."""
