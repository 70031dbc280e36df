"""What else is made of a composed portal: pictures for publishing, plain files, a comparison of two portals."""
