"""license-gate: the license terms that really bind the AI models of a repository, judged on recorded facts."""

__version__ = "0.1.0"
