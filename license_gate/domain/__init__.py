"""The types of the domain: immutable values that import only the standard library and each other."""
