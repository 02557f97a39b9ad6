"""What milestone files say, and what they do not say."""
