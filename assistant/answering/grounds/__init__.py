"""What every decision looks at: where the words of the question stand, what a sentence affirms, what a yes needs."""
