"""The eval suite: cases of our own, a grader without a model, reports that can be compared."""
