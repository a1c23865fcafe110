"""The compiler of the Keeping Well directory: YAML records in, a folder of static files out.

The rooms and the arrows between them are drawn in docs/architecture.md; tests/test_architecture.py holds them.
"""
