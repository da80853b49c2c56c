"""article-warehouse: every figure of Chinese economic articles in an audited PostgreSQL warehouse."""

__version__ = "0.1.0"
