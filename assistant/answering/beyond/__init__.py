"""What only the question says: a yes would grant it too, so every yes is held against its quotes once more."""
