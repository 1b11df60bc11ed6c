"""What is asked: its words and their mending, the programmes it names, the facts and figures it tells, its parts."""
