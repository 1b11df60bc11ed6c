"""Who may fill a role: kinds, levels and places of units, what they lack, and whom a sentence is for."""
