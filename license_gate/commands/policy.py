"""``license-gate policy``: the policy itself, looked at and tested."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction

from license_gate import policies
from license_gate.commands.desk import Desk
from license_gate.commands.options import add_repository, add_today
from license_gate.commands.read_manifest import manifest_of
from license_gate.commands.read_policy import FILE, OPTION, Policies, name_in
from license_gate.domain.place import Place
from license_gate.domain.policy import Policy
from license_gate.errors import DocumentError, UsageError
from license_gate.evaluate.policy_tests import Failing, run_tests
from license_gate.report.escape import one_line

SUMMARY = "test the policy"


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("policy", help=SUMMARY, description=SUMMARY)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    about = "run the tests: of policies; exits 1 when one of them is not fulfilled"
    test = actions.add_parser("test", help=about, description=about)
    test.add_argument(
        "policies", nargs="*", metavar="POLICY", help="builtin:NAME@N or files (default: the repository's)"
    )
    add_repository(test)
    add_today(test)
    test.set_defaults(run=run_policy_tests)


def run_policy_tests(arguments: Namespace) -> int:
    """Run the tests of each policy and print what is not as expected.

    Raises:
        UsageError: there is no policy to test.
        DocumentError: a policy is invalid.
    """
    desk = Desk(arguments, arguments.console)
    failed = 0
    for name in arguments.policies or _of_repository(desk):
        policy = _read(name, desk)
        failing = run_tests(policy, desk.catalog, arguments.console.today)
        arguments.console.write(_said(policy, failing))
        failed += bool(failing)
    return 1 if failed else 0


def _of_repository(desk: Desk) -> list[str]:
    """The policy of the manifest, else the policy file in the root."""
    manifest = manifest_of(desk)
    desk.refuse()
    if manifest is not None and manifest.policy is not None and not manifest.policy.sha256:
        return [name_in(manifest)]
    if desk.space.exists(FILE):
        return [FILE]
    raise UsageError("no policy is named here; name one: license-gate policy test builtin:commercial")


def _read(name: str, desk: Desk) -> Policy:
    reader = Policies(desk)
    document = reader.load(name, OPTION if name.startswith(policies.PREFIX) else Place(name))
    policy = reader.merge(document) if document else None
    desk.refuse()
    if policy is None:
        raise DocumentError(desk.problems)
    return policy


def _said(policy: Policy, failing: list[Failing]) -> str:
    lines = [
        f"{one_line(str(each.test.place))}: {one_line(each.test.name)}\n"
        f"  {each.what}: expected {one_line(each.expected)}, got {one_line(each.got)}\n"
        for each in failing
    ]
    bad = len({each.test for each in failing})
    total = len(policy.tests)
    none = "" if total else "; it has no tests:"
    return "".join(lines) + f"{policy.file}: {total - bad} of {total} tests fulfilled{none}\n"
