"""A phrase that is no whole word hides no word that begins within it."""

from communique.mentions.scan import scan


def test_a_word_within_a_phrase_that_is_cut_is_found() -> None:
    assert any("invite" in atom.entry.triggers for atom in scan("Penn was invited to Rabat.").triggers)
