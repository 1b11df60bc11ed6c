"""A report for people and for machines that know nothing of ours: HTML, Markdown, JUnit XML."""
