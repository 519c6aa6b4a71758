"""What communique raises; every message says where, what was found and what was wanted."""


def one_line(words: str) -> str:
    """Words that may come from a text, for people: on one line, a space for whatever would steer a terminal."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in words).split())


class CommuniqueError(Exception):
    """Root of all errors that a user can mend; the command line prints it on one line and exits with 1."""


class CodebookError(CommuniqueError):
    """A rule file is broken: names the file, the rule id and the fault."""


class KnowledgeError(CommuniqueError):
    """A knowledge file is broken: names the file, the row and the fault."""


class DocumentError(CommuniqueError):
    """A text could not be read: names the source, what was found and what was wanted."""


class StoreError(CommuniqueError):
    """The record could not be opened, written or migrated."""


class NotInRecordError(StoreError):
    """The record holds nothing of the id that was asked for."""


class RunError(CommuniqueError):
    """A run over many files could not be planned, gone on with or finished: names the folder or the engine."""
