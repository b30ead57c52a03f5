"""Whether a rule of a child policy asks at least as much as the parent's rule of the same name."""

from __future__ import annotations

from license_gate.domain.answers import LEVELS
from license_gate.domain.policy import Rule, Selector


def loosenings(child: Rule, parent: Rule) -> list[str]:
    """In which ways the child's rule is looser, as parts of a sentence; none: it is as tight or tighter."""
    ways = []
    if LEVELS.index(child.level) < LEVELS.index(parent.level):
        ways.append(f"its level falls from {parent.level} to {child.level}")
    if not _selects_as_much(child, parent):
        ways.append(f"'{child.form or parent.form}:' reaches less")
    if child.when is not None and child.when != parent.when:
        ways.append("'when:' is added or changed")
    if child.since > parent.since:
        ways.append("'from:' is later")
    if child.repositories and not (parent.repositories and {*parent.repositories} <= {*child.repositories}):
        ways.append("'repositories:' leaves some out")
    return ways


def _selects_as_much(child: Rule, parent: Rule) -> bool:
    """A ban must reach as much, a list of what is allowed must not allow more."""
    if child.form != parent.form or child.selector is None or parent.selector is None:
        return child.form == parent.form
    if child.form == "allow":
        return _covers(parent.selector, child.selector)
    return _covers(child.selector, parent.selector)


def _covers(wide: Selector, narrow: Selector) -> bool:
    """Whether everything that `narrow` selects is selected by `wide`: no key more, no value fewer."""
    narrow_parts = dict(narrow.parts)
    return all(
        {*values} >= {*narrow_parts[key]} for key, values in wide.parts if key in narrow_parts
    ) and all(key in narrow_parts for key, _ in wide.parts)
