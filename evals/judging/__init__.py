"""Claim support by a judge model: report only, no gate."""
