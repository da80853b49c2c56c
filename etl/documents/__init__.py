"""Reading articles: bytes to decoded text with its metadata."""

from etl.documents.document import Document, Metadata, Unreadable
from etl.documents.formats import BULK_LINE, SUFFIXES
from etl.documents.read import Given, read_document, read_documents, read_outcomes

__all__ = [
    "BULK_LINE",
    "SUFFIXES",
    "Document",
    "Given",
    "Metadata",
    "Unreadable",
    "read_document",
    "read_documents",
    "read_outcomes",
]
