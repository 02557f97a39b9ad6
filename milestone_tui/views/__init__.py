"""What panels and commands show, as rows of text and style names, sized by an explicit width. No widgets, no colours."""
