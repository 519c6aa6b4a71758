"""The words of a stance and those before them → whether they tell an act, a programme or a topic, and no position."""

from __future__ import annotations

from communique.grammar import lazy

BARE = lazy(
    r"(?:support|strengthen|promot|uph[eo]ld|protect|advanc|defend|ensur|preserv|safeguard|address|tackl|bolster|buil[dt]"
    r"|impos|rais|deter|combat|counter|maintain|improv|resist|confront|fight)\w*\b"
)
# What else such a verb can belong to: "an agenda to end hunger, strengthen democracy".
MEANT = lazy(
    r"\b(?:which|that) would\b[^.;]*$|\b(?:agenda|opportunit(?:y|ies)|options|ways?) (?:\w+ )?to\b[^.;]*$"
    r"|\bincluding the call to \b[^.;]*$|\b(?:by|under|through) which\b[^.;]*$"
    r"|\bways (?:in which|that)\b[^.;]*$|\bneeds? (?:\w+ )?to $|\b(?:which|who) $"
    r"|(?:\b(?:their|eu|us|un|nato|asean|western|european)|['’]s?) (?:[\w-]+ ){0,2}"
    r"(?:efforts|preparations|plans|ability|capacity) to\b[^.;]*$"
    r"|\bas (?:it|they|he|she|we) (?:continues? to )?$"
    r"|\b(?:so|such) that \w+ can (?:\w+ (?:itself|themselves) (?:\w+ )?(?:and )?)?$"
    r"|\b(?:can|could|may|might) (?:\w+ly |further )?$|\bhelp(?:s|ed|ing) [^.;]*$"
    r"|\b(?:leadership|role|work|success|record|history|experience) (?:in|of) \w+ing\b[^.;]*$"
    r"|\b(?:appreciation|gratitude|thank\w*|commend\w*|prais\w+|applaud\w*) [^.;]*\b(?:work|efforts|steps) to $"
    r"|\b(?:actions|steps|measures) (?:that |which |already )?(?:under)?taken\b[^.;]*$"
)
LAUNCHED = lazy(  # for a purpose: "will open a school to train nurses, and advance the rights of women"
    r"\b(?:launch(?:ed|ing)|(?:will|to) launch|announc(?:ed?|es|ing)|unveil\w*|initiat(?:ed|es|ing)"
    r"|establish(?:ed|es|ing)?|award(?:ed|ing)|grant(?:ed|ing)|invest(?:ed|ing)|creat(?:ed?|es|ing)|fund(?:ed|ing)"
    r"|plan(?:s|ned|ning)? to (?:hold|host|convene)|collaborating to|bring(?:s|ing)? together)\b"
    r"(?!.*\b(?:(?:commit(?!ments\b)\w*|agree\w*|pledge\w*|determin\w*|resolved?|readiness|intention) to"
    r"|reaffirm|reiterate|affirm|underscore|express|convey|stress|demonstrate)\b)[^.;]* to (?:\w+[^.;]*)?$"
)
THAT = lazy(r"\bthat $")
THING = lazy(  # what a thing does: "the new dialogue will further strengthen", "a fund that trains nurses, supports"
    r"\b(?:dialogues?|groups?|agreements?|frameworks?|partnerships?|initiatives?|program(?:me)?s?|projects?|funds?"
    r"|visits?|mechanisms?|technologies|investments?|forces)\b"
    r"(?:(?: that| which) (?!(?:we|they|he|she|the|both)\b)[^.;]*$"
    r"| (?:will|would|can|could) (?:\w+ )?$)"
)
LISTED = lazy(  # the topics of what is done together
    r"\b(?:range|number|variety|host|set) of (?:[\w-]+ ){0,4}?(?:issues|topics|matters|areas|challenges|priorities)\b"
    r"[^.;]*$"
)
GERUND = lazy(r"\w+ing\b")
RESPECT = lazy(r"(?:respect|support) for\b")
DONE = lazy(r"(?:strengthened|advanced|promoted|imposed|protected|defended|built|maintained)\b")
HAVING = lazy(r"\b(?<!must )(?:has|have) (?:\w+ly |also |already )?$")
HELPING = lazy(r"supporting [^,;.]{1,40} in \w+ing\b")  # "is supporting the port in training pilots"
TOGETHER = lazy(  # what is done together, and in what: "to work together on debt, addressing climate change"
    r"\b(?:work(?:ing)? (?:together|closely)|(?:increas\w+|clos\w+|deepen\w*|strengthen\w*|importance of) [^.;,]{0,30}"
    r"cooperation|readiness to work|intention to (?:increase|deepen|strengthen))\b[^.;]*$"
)
ACT = lazy(  # of an act rather than a position
    r"(?:pursu|advanc|address|counter|tackl|combat|promot|strengthen|improv|support|expand|manag|protect)\w*\b"
    r"|build(?! a community)\w*\b"
)
WORK = lazy(r"(?:emphasi[sz]ed|underscored|stressed|reaffirmed) [^.;]{0,60}readiness to work\b|intend to \w+\b")
ITS_OWN = lazy(r"(?:is|are|was|were) ")  # what a clause says of what stands before it: "which is the only solution"
OTHERS = lazy(  # a position of others that is praised: "recognized his leadership, including his condemnation of"
    r"(?:recogni[sz]|prais|commend|applaud|welcom|laud)\w+ (?!.*\b(?:support|position) (?:for|on)\b)[^.;]*"
    r"\b(?:his|her|its|their) (?:\w+ )?(?:condemnation|support|rejection)\b"
)
IS = lazy(r"\b(?:is|are) $")
BY_WHICH = lazy(r"\b(?:directly|thereby|thus) $")  # "will build a plant, directly supporting": what follows from it
TOLD = lazy(
    r"(?:strengthen|advanc|build|expand|deepen|promot|maintain|moderni[sz])\w* (?:and \w+ )?"
    r"(?:(?!in |by |for |belt )[\w.’'-]+ ){0,5}?(?:alliance|partnerships?|cooperation|coordination|ties"
    r"|relations(?:hips?)?|action plan|collaboration|their work)\b"
    r"|impos\w+ (?:this|that|the) war\b|buil(?:d|t|ding) (?:up)?on\b"
    r"|continued? (?:our|their|its|his|her) (?:\w+ )?(?:consultations|conversations)\b"
    r"|rais\w+ an? (?:\w+ )?(?:range|number|variety) of\b|intend\w* to designate\b"
    r"|affirm\w* an? (?:new )?(?:partnership|agreement|plan|project)\b"
)


def is_programme(words: str, before: str) -> bool:
    """Whether words, in lower case, tell what is done, or what is talked of; `before`: their sentence up to them."""
    before = before.replace("u.s.", "us")  # a full stop ends a sentence
    bare, gerund = BARE.match(words) is not None, GERUND.match(words) is not None
    return bool(
        (bare and not gerund and THAT.search(before))
        or (bare and (MEANT.search(before) or LAUNCHED.search(before) or THING.search(before)))
        or ((gerund or RESPECT.match(words)) and LISTED.search(before))
        or (DONE.match(words) and HAVING.search(before))
        or (HELPING.match(words) and IS.search(before))
        or BY_WHICH.search(before)
        or (ACT.match(words) and TOGETHER.search(before))
        or any(told.match(words) for told in (TOLD, WORK, ITS_OWN, OTHERS))
    )
