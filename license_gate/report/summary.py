"""The end of the text report, which fits a screen: models, duties, questions, and the verdict last."""

from __future__ import annotations

from license_gate.domain.answers import OUTCOMES
from license_gate.domain.verdict import ModelVerdict, Obligation, Verdict
from license_gate.report import sentences
from license_gate.report.blocks import Grouped, count
from license_gate.report.escape import one_line
from license_gate.report.layout import BOLD, CYAN, RED, columns, paint, wrap
from license_gate.report.style import Style

_MOST_MODELS, _MOST_DUTIES, _MOST_QUESTIONS, _MOST_SKIPPED, _MOST_WAIVED = 12, 12, 5, 5, 8


def summary_lines(verdict: Verdict, groups: Grouped, style: Style) -> list[str]:
    """Everything after the blocks."""
    sections = [
        _waived(groups, style),
        _older(groups, style),
        _left(groups, style),
        _models(verdict, style),
        _duties(verdict, style),
        _questions(verdict, style),
        _remarks(verdict, style),
        _skipped(verdict, style),
    ]
    lines = [line for section in sections for line in section]
    return [*lines, *verdict_lines(verdict, style)]


def verdict_lines(verdict: Verdict, style: Style) -> list[str]:
    """`gate closed (fail): 2 errors, 1 warning; 3 models`, by what it was judged, and the exit code if forced."""
    counts = count(verdict)
    counted = sentences.counted(counts)
    models = sentences.number(len(verdict.models), "model") if verdict.models else ""
    skipped = f"{len(verdict.skipped)} skipped" if verdict.skipped else ""
    details = "; ".join(
        part for part in (counted, *sentences.uncounted(verdict, counts), models, skipped) if part
    )
    forced = " (exit code 0: --exit-zero)" if style.exit_zero else ""
    gate = sentences.gate(verdict)
    first, *rest = wrap(f"{gate}{': ' + details if details else ''}{forced}", style.width)
    color = BOLD if verdict.open else f"{BOLD};{RED}"
    return [
        *wrap(sentences.judged(verdict), style.width),
        first.replace(gate, paint(gate, color, on=style.color), 1),
        *rest,
    ]


def _section(title: str, lines: list[str], style: Style) -> list[str]:
    return [paint(title, CYAN, on=style.color), *lines, ""] if lines else []


def _cap(length: int, most: int, style: Style) -> int:
    return length if style.verbose or length == most + 1 else min(length, most)


def _waived(groups: Grouped, style: Style) -> list[str]:
    rows = [(sentences.name(f.waived_by), sentences.label(f), one_line(f.title)) for f in groups.waived]
    return _rows("waived", rows, len(rows), style)


def _rows(title: str, rows: list[tuple[str, str, str]], count: int, style: Style) -> list[str]:
    """Findings that do not count, a line each; `count` is how many there are in all."""
    shown = rows[: _cap(len(rows), _MOST_WAIVED, style)]
    left = count - len(shown)
    more = [f"  {'and ' if shown else ''}{left} more (--verbose)"] if left else []
    return _section(title, columns(shown, style.width, "  ") + more, style)


def _older(groups: Grouped, style: Style) -> list[str]:
    rows = [
        ("", sentences.label(f), one_line(f.title))
        for f in groups.older
        if style.verbose or f.level != "note"
    ]
    return _rows("older, not counted", rows, len(groups.older), style)


def _left(groups: Grouped, style: Style) -> list[str]:
    rows = [(sentences.name(f.owner), sentences.label(f), one_line(f.title)) for f in groups.left]
    return _rows("left to CI, and who can answer", rows, len(rows), style)


def _models(verdict: Verdict, style: Style) -> list[str]:
    models = sorted(verdict.models, key=lambda m: (-OUTCOMES.index(m.outcome), m.model, m.product))
    shown = _cap(len(models), _MOST_MODELS, style)
    lines = columns([_model(model, style) for model in models[:shown]], style.width, "  ")
    left = [model.outcome for model in models[shown:]]
    counts = ", ".join(f"{left.count(word)} {word}" for word in reversed(OUTCOMES) if word in left)
    return _section("models", lines + ([f"  and {len(left)} more: {counts}"] if left else []), style)


def _model(model: ModelVerdict, style: Style) -> tuple[str, str, str, str, str]:
    return (
        sentences.name(model.model),
        "" if model.product == "default" else sentences.name(model.product),
        sentences.outcome(model),
        model.openness if style.verbose else "",
        sentences.licenses(model),
    )


def _duties(verdict: Verdict, style: Style) -> list[str]:
    """What is left to do, grouped by the models that ask for the same; what is done is counted."""
    asked: dict[tuple[Obligation, ...], list[str]] = {}
    done = 0
    for model in verdict.models:
        open_ = tuple(duty for duty in model.obligations if style.verbose or duty.status != "met")
        done += len(model.obligations) - len(open_)
        if open_:
            product = "" if model.product == "default" else f" ({sentences.name(model.product)})"
            asked.setdefault(open_, []).append(sentences.name(model.model) + product)
    lines = _duty_lines(asked, style) + ([f"  {done} done"] if done else [])
    return _section("to show, ship, name or pass on", lines, style)


def _duty_lines(asked: dict[tuple[Obligation, ...], list[str]], style: Style) -> list[str]:
    lines: list[str] = []
    left = _cap(sum(map(len, asked)), _MOST_DUTIES, style)
    hidden = sum(map(len, asked)) - left
    for duties, models in asked.items():
        if left <= 0:
            break
        lines += wrap(", ".join(models), style.width, "  ")
        rows = [(sentences.STATUS_WORDS[duty.status], sentences.duty(duty)) for duty in duties[:left]]
        lines += columns(rows, style.width, "    ")
        left -= len(rows)
    return lines + ([f"  and {hidden} more (--verbose)"] if hidden else [])


def _questions(verdict: Verdict, style: Style) -> list[str]:
    shown = _cap(len(verdict.questions), _MOST_QUESTIONS, style)
    lines: list[str] = []
    for rank, question in enumerate(verdict.questions[:shown], 1):
        lines += wrap(sentences.next_question(question), style.width, f"  {rank}. ")
    left = len(verdict.questions) - shown
    return _section("record next", lines + ([f"  and {left} more (--verbose)"] if left else []), style)


def _remarks(verdict: Verdict, style: Style) -> list[str]:
    """The count of general terms and what the run has to say of itself."""
    texts = [
        sentences.general(verdict),
        *sentences.narrowed(verdict),
        *(f"note: {one_line(note)}" for note in verdict.run.notes),
    ]
    lines = [line for text in texts if text for line in wrap(text, style.width)]
    return [*lines, ""] if lines else []


def _skipped(verdict: Verdict, style: Style) -> list[str]:
    shown = _cap(len(verdict.skipped), _MOST_SKIPPED, style)
    rows = [(sentences.name(item.what), one_line(item.reason)) for item in verdict.skipped[:shown]]
    left = len(verdict.skipped) - shown
    more = [f"  and {left} more (--verbose)"] if left else []
    return _section("skipped", columns(rows, style.width, "  ") + more, style)
