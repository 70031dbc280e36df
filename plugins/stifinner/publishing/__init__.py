"""What is made of a composed portal besides a site: its pictures, plain files, a comparison with another."""
