"""The reference pages that are generated; `python -m scripts.reference` writes them."""
