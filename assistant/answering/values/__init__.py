"""Open questions: values, lists, papers, stages, tables, sums, and sentences told as they stand."""
