"""What helps an editor: new files to begin with, the JSON Schema, the handbook."""
