"""The mistakes a user can meet: each message says what is wrong, each hint what to do."""

from __future__ import annotations


class WarehouseError(Exception):
    """Base of every expected failure; the command line prints it as one line and exits with `exit_code`."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(WarehouseError):
    """The command was given something it cannot work with."""

    exit_code = 2


class DocumentError(WarehouseError):
    """An article cannot be read: missing, unreadable, empty, or its front matter does not parse."""

    exit_code = 3


class DatabaseError(WarehouseError):
    """The database cannot be reached, started, or written to."""

    exit_code = 4


class TransformError(WarehouseError):
    """dbt could not build the standby schema; what is published is unchanged."""

    exit_code = 5


class AuditError(WarehouseError):
    """A critical expectation failed; what is published is unchanged."""

    exit_code = 6


class LockedError(WarehouseError):
    """Another refresh holds the lock."""

    exit_code = 7


class PublicationError(WarehouseError):
    """The swap or the rollback cannot be made; what is published is unchanged."""

    exit_code = 9
