"""Every widget, page and state of the application as pictures, for those who work on its look; the tests audit the same views.

`python -m tests.gallery --out DIR` draws them; `views/` says what there is, one file per page.
"""
