"""Reading articles: bytes to decoded text with its metadata."""

from etl.documents.document import Document, Metadata
from etl.documents.read import read_document

__all__ = ["Document", "Metadata", "read_document"]
