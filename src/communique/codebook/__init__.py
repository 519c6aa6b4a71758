"""What coders decided: rules of reading by language and family, as TOML files with their own tests."""

from communique.codebook.load import LETTERS, Codebook, check, load, read

__all__ = ["LETTERS", "Codebook", "check", "load", "read"]
