"""Names and triggers are found where they stand; a phrase that is no whole word hides no word within it."""

from pathlib import Path

from communique.mentions.scan import Automaton, scan, scanner

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_word_within_a_phrase_that_is_cut_is_found() -> None:
    assert any("invite" in atom.entry.triggers for atom in scan("Penn was invited to Rabat.").triggers)


def test_a_short_text_is_scanned_as_by_the_automaton_of_all_forms() -> None:
    forms = scanner()._lexicon.texts
    for path in sorted(EXAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        automaton = Automaton(forms)
        assert automaton(text)(text) == automaton.whole.find_matches_as_indexes(text)


def test_only_the_first_short_texts_have_an_automaton_of_their_own() -> None:
    automaton = Automaton(("Minsk", "visit"))
    for _ in range(5):
        assert automaton("A visit to Minsk.")("A visit to Minsk.") == [(1, 2, 7), (0, 11, 16)]
    assert "whole" in vars(automaton)
    assert "whole" not in vars(Automaton(("Minsk",)))


def test_the_first_word_of_a_phrase_that_ends_within_a_word_is_found() -> None:
    found = {atom.entry.text for atom in scan("They flew together and went today.").triggers}
    assert {"flew", "went"} <= found
