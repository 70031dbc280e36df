"""Files of ours: written whole or not at all, kept from build to build, shipped with the package, read as settings."""
