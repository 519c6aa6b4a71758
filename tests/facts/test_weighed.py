"""Clauses that no rule reads are acts and positions where their words weigh enough and it is told whose they are."""

import pytest

from communique.codebook.clause_points import HEAD, POLARITIES, STRENGTHS, ClausePoints, load_clause_points
from communique.codebook.points import ALWAYS
from communique.facts.clause_words import clause_forms
from communique.pipeline import read_document, why
from communique.records import CommitmentFact, Document, Fact, StanceFact

NEWS = """Macron ends visit to Morocco

RABAT, May 7, 2024 - French President Emmanuel Macron ended a two-day state visit to Morocco on Tuesday.

{sentence}

King Mohammed VI of Morocco received Macron at the Royal Palace in Rabat."""


def read(sentence: str, url: str | None = None) -> list[Fact]:
    text = NEWS.format(sentence=sentence)
    facts = read_document(Document(source="test", text=text, published="2024-05-07", url=url)).facts
    for fact in facts:
        for piece in fact.evidence:
            assert text[piece.start : piece.end] == piece.quote
    return [fact for fact in facts if fact.rule.endswith(".weighed")]


def test_an_act_in_words_of_no_rule_is_read_with_its_taker_and_strength() -> None:
    (act,) = read("France for its part lends a further 350 million euros for the railway to Marrakesh.")
    assert isinstance(act, CommitmentFact)
    assert "FRA" in act.parties
    assert act.strength in STRENGTHS
    assert act.amount == "350 million euros"


def test_a_position_in_words_of_no_rule_is_read_with_its_holder() -> None:
    (position,) = read("Morocco holds that the two-state solution alone can bring peace.")
    assert isinstance(position, StanceFact)
    assert (position.holder, position.issue) == (("MAR",), "palestine")


@pytest.mark.parametrize(
    "sentence",
    [
        "The king, an admirer of old cars, showed his guest a garage in which forty of them stand.",
        "Who will pay for the port of Tangier?",
        "It rained in Rabat for most of the afternoon.",
        "Friendship with Africa is a cornerstone of the policy of France, Macron said.",
        "The French president is paying much attention to the worries of Moroccan farmers.",
    ],
)
def test_nothing_is_made_up(sentence: str) -> None:
    assert read(sentence) == []


def test_a_clause_that_a_rule_reads_is_not_read_twice() -> None:
    text = NEWS.format(sentence="France will build a hospital in Tangier.")
    facts = read_document(Document(source="test", text=text, published="2024-05-07")).facts
    acts = [fact for fact in facts if isinstance(fact, CommitmentFact)]
    assert [act.rule for act in acts] == ["commitment.will"]


def test_an_offices_own_page_promises_by_rules_alone() -> None:
    sentence = "France for its part lends a further 350 million euros for the railway to Marrakesh."
    assert not any(isinstance(fact, CommitmentFact) for fact in read(sentence, "https://www.elysee.fr/en/news/1"))


def test_points_are_added_and_the_likeliest_is_taken() -> None:
    nothing = (0.0,) * (len(HEAD) - 1)
    row = tuple(1.0 if name in ("act", "5", "oppose") else 0.0 for name in HEAD[1:])
    weight = ClausePoints({ALWAYS: nothing, "word must": row}).weigh([("word must", 0.5), ("word unknown", 1.0)])
    assert (weight.act, weight.position) == (0.5, 0.0)
    assert (weight.strength, weight.polarity) == (5, "oppose")


def test_the_table_says_what_anybody_would() -> None:
    rows = load_clause_points().rows
    place = {name: at for at, name in enumerate(HEAD[1:])}
    assert rows["word will"][place["act"]] > 0
    assert rows["word condemned"][place["oppose"]] > rows["word condemned"][place["support"]]
    assert set(POLARITIES) <= set(HEAD)


def test_forms_are_words_their_kin_and_pairs() -> None:
    forms = dict(clause_forms("they will build 20 schools", 0, 26))
    assert {"word will", "word #", "stem school", "pair ^ they", "pair will build", "length"} <= forms.keys()


def test_why_tells_what_weighed_most() -> None:
    text = NEWS.format(sentence="France for its part lends a further 350 million euros for the railway to Marrakesh.")
    document = Document(source="test", text=text, published="2024-05-07")
    (act,) = (fact for fact in read_document(document).facts if fact.rule == "commitment.weighed")
    story = why(document, act.id)
    assert "word million" in story
    assert "weighs +" in story


@pytest.mark.parametrize("verb", ["signed", "then exchanged", "have adopted"])
def test_a_document_is_no_act_beside_itself(verb: str) -> None:
    text = NEWS.format(sentence=f"France and Morocco {verb} 22 agreements to expand rail, ports, water and energy.")
    facts = read_document(Document(source="test", text=text, published="2024-05-07")).facts
    assert not [fact for fact in facts if fact.rule == "commitment.weighed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Macron reflected on political dialogue and on the growth of trade and investment with Morocco.",
        "France and Morocco will discuss the progress of their ties and the strengthening of cooperation in energy.",
        "Macron said the new port will open markets and create jobs in both countries.",
    ],
)
def test_topics_and_what_things_do_are_no_acts(sentence: str) -> None:
    facts = read_document(Document(source="test", text=NEWS.format(sentence=sentence), published="2024-05-07")).facts
    assert not [fact for fact in facts if fact.rule == "commitment.weighed"]
