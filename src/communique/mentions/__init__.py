"""What a text speaks of: the one scan for all names and triggers, and the persons, sides and places made of them."""

from communique.mentions.page import Page, Sentence
from communique.mentions.people import Figure
from communique.mentions.scan import Scan, scan

__all__ = ["Figure", "Page", "Scan", "Sentence", "scan"]
