"""What the machine refuses, in a sentence: a full disk, a read-only folder, a closed pipe."""

import errno

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FULL_IN_WORDS = ("No space left", "File too large")  # of DuckDB, which gives no number
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}

_AWAY = {errno.ENOENT, errno.EIO, errno.EMFILE, errno.ENFILE}


def is_of_machine(error: OSError) -> bool:
    """Whether the machine refuses to read or write: full, read-only, away, or too much open."""
    return error.errno in _FULL | _REFUSED | _AWAY


def sentence_of(error: OSError, *, named: bool = True) -> str:
    """What happened, where, and what to do; the system's own words close it.

    Not ``named``, the sentence is without any path, for reports that pages show.
    """
    where = f" (« {error.filename} »)" if error.filename and named else ""
    if isinstance(error, BrokenPipeError):
        return "La sortie a été fermée avant la fin : ce qui restait n’a pas été écrit."
    if error.errno in _FULL or any(words in str(error) for words in _FULL_IN_WORDS):
        told = f"Plus de place pour écrire{where} : libérez de l’espace, puis relancez."
    elif error.errno in _REFUSED:
        told = f"Accès refusé{where} : vérifiez les droits, ou choisissez un autre dossier."
    else:
        told = f"Lecture ou écriture impossible{where}."
    told = f"{told} Rien n’a été remplacé."
    words = error.strerror or (str(error) if named else "")
    return f"{told} [{words}]" if words else told
