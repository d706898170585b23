"""The command line: one module a command, each reads its words and calls the rooms' actions.

It stands above all rooms and owns no rules. `rightday.cli` chooses the module.
"""
