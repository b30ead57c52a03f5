"""The codes that are not kinds of clauses: what each means and what to do. LG3xx stand with the kinds."""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """One code: the short name that reports print, what it means, and what to do about it."""

    name: str
    means: str
    do: str


CODES: dict[str, Code] = {
    "LG101": Code(
        "undeclared-model",
        "The repository uses a model that models.yaml does not declare for this product.",
        "Declare the model in models.yaml, with what is done with it, or list the path under `ignore:` with a reason.",
    ),
    "LG102": Code(
        "no-manifest",
        "The repository names models, but there is no models.yaml.",
        "Run `license-gate init`, or write models.yaml by hand.",
    ),
    "LG103": Code(
        "unreferenced-declaration",
        "models.yaml declares a model that no file of the repository names. A note: it never closes the gate.",
        "Remove the declaration if the model is gone; leave it if the model is loaded from elsewhere.",
    ),
    "LG104": Code(
        "moving-revision",
        "The declared revision is the name of a branch or tag, and what it names can change. A note: it never closes the gate.",
        "Name the commit that was looked at.",
    ),
    "LG201": Code(
        "unknown-license",
        "A license is named that the catalog does not know, or knows by name only, or the text beside weights is none that is known. What is not known is never taken for permission.",
        "Name the license by an id of `license-gate licenses list`, or add it under licenses/ beside the policy.",
    ),
    "LG202": Code(
        "no-license",
        "Nobody names a license for the model: without one there is no permission.",
        "Record the license its publisher states under `license:`, or choose another model.",
    ),
    "LG203": Code(
        "ambiguous-license",
        "The name covers several editions. Where their terms differ for this use the model is undecided; else those of the first are listed.",
        "Name the edition that the publisher's text is, for example by its id in `license-gate licenses list`.",
    ),
    "LG204": Code(
        "conflicting-licenses",
        "The declaration names another license than the one known for this model, or than the text beside its weights. Both are judged.",
        "Correct `license:`, or remove it so that the known license stands.",
    ),
    "LG205": Code(
        "understated-upstream",
        "The declared license drops terms that a base model brings along; they bind all the same.",
        "Name the base's license as well, pass its terms on, or choose another model.",
    ),
    "LG206": Code(
        "unknown-lineage",
        "A base model is named of which no license is known, or the name betrays a family and no base is recorded.",
        "Write the base under `base:` with its license, or `from_scratch: true` where there is none.",
    ),
    "LG207": Code(
        "license-list",
        "A list of licenses is named. A card does not say whether that is a choice, so all of them are taken to bind.",
        "Write `A AND B` where all bind, or `A OR B` where the publisher offers the choice.",
    ),
    "LG208": Code(
        "altered-license",
        "A license text beside weights resembles a known license, and says other things on points that decide: a number, a date, a place, a ban. It is never judged as that license.",
        "Put the publisher's text back where that is what holds; else read the changed text and add it under licenses/ beside the policy, under a name of its own.",
    ),
    "LG209": Code(
        "unidentified-text",
        "A file beside weights holds no license text that is known. It may be the license that the declaration names, whose text is not on record; that one is judged. A warning: it never closes the gate.",
        "Make sure that the file is the declared license, or put the publisher's whole text there.",
    ),
    "LG390": Code(
        "fields-not-stated",
        "Licenses restrict fields of use such as military or medical advice, and nobody stated the product's fields.",
        "Record `use.fields` for the product; an empty list says that it is in none of them.",
    ),
    "LG401": Code(
        "forbidden-by-policy",
        "The organization's policy forbids this, whatever the license says.",
        "Follow the fix that the rule names, or ask its contact for a waiver.",
    ),
    "LG402": Code(
        "not-allowed-by-policy",
        "The organization's policy allows only what a rule lists, and this is not on the list.",
        "Choose a model that the rule allows, or ask its contact for a waiver.",
    ),
    "LG501": Code(
        "waiver-expired",
        "A waiver has run out; it counts for nothing from the day after `until`.",
        "Renew it with a new approval, or remove it.",
    ),
    "LG502": Code(
        "waiver-unused",
        "A waiver excuses nothing in this repository.",
        "Remove it, or correct the rule, model or clause that it names.",
    ),
    "LG503": Code(
        "agreement-expired",
        "An agreement with a licensor has run out; it counts for nothing from the day after `until`.",
        "Renew the agreement and record it, or stop the use.",
    ),
    "LG504": Code(
        "choice-not-recorded",
        "The license offers a choice and no choice is recorded; the branch with the best outcome was taken.",
        "Record the branch you take under `choices:` in the policy.",
    ),
    "LG505": Code(
        "baseline-expired",
        "The baseline has run out; its findings count from the day after `until`.",
        "Settle the findings and remove .license-gate/baseline.yaml, or get another date approved and write it there.",
    ),
    "LG506": Code(
        "baseline-stale",
        "The baseline lists findings that no longer occur. A note: it never closes the gate.",
        "Run `license-gate baseline --prune`.",
    ),
    "LG507": Code(
        "baseline-not-allowed",
        "The policy allows no baseline, or none that runs so long; it excuses nothing.",
        "Shorten `until:` to what the policy allows, or remove .license-gate/baseline.yaml.",
    ),
    "LG601": Code(
        "not-locked",
        "The license of a model was judged without evidence from its publisher: from the manifest and the catalog only.",
        "Nothing, unless the policy raises it; a lock file will carry the evidence.",
    ),
    "LG900": Code(
        "invalid-document",
        "A document cannot be read, or says something that it may not say.",
        "Correct the line that the message names.",
    ),
}
