"""Everything with a face: the window, its places, the kit they are made of."""
