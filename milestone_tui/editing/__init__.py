"""An intended edit and a fresh reading become patches, proven before anything is written. Touches no file."""
