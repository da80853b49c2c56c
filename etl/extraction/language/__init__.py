"""Words and phrases of the language, whatever they are said of."""
