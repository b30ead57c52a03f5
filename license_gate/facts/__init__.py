"""What is known: recorded facts, the bounds between them, and the facts that the gate derives."""
