"""What a text speaks of: the one scan for all names and triggers, and the persons, sides and places made of them."""

from communique.mentions.page import Page, Sentence
from communique.mentions.people import Figure
from communique.mentions.scan import Atom, Scan, scan

__all__ = ["Atom", "Figure", "Page", "Scan", "Sentence", "scan"]
