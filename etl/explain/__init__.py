"""An article with its figures marked and explained: in the terminal, and as a page of its own."""

from etl.explain.page import render_article
from etl.explain.terminal import print_article

__all__ = ["print_article", "render_article"]
