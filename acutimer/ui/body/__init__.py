"""The drawn body: figures painted in the background and handed out as pictures."""
