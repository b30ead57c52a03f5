"""The one condition language: three-valued logic over facts, periods and intervals."""
