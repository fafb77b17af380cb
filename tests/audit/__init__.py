"""What is wrong with a window that can be seen: words without room, controls out of reach, above each other, or without a name.

Each rule is a function that takes the root of what is shown and yields one sentence for each fault. `faults` asks them all.
"""
