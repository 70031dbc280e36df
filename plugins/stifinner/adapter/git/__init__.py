"""What git and the environment say of the repository."""
