"""MkDocs' hooks, building and serving with MkDocs, and what git says of the repository. Nothing else imports MkDocs."""
