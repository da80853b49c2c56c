"""Reading articles: bytes to decoded text with its metadata."""

from etl.documents.document import Document, Metadata
from etl.documents.formats import SUFFIXES
from etl.documents.read import read_document, read_documents

__all__ = ["SUFFIXES", "Document", "Metadata", "read_document", "read_documents"]
