"""The words of milestone files as data: field names, statuses, levels, headings."""
