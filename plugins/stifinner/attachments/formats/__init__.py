"""The formats of pictures: each as its parts, which are told apart without decoding."""
