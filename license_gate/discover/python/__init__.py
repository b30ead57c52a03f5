"""What Python code says of models, read from its strings and, where that is not enough, from its syntax tree."""
