"""Text of a document -> domain values, pure: no file is opened here."""
