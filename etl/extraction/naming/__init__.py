"""What a figure measures or counts: the name, with what its clause leaves out."""
