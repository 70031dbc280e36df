"""Ask git and the environment about the repository that the portal's source lies in."""
