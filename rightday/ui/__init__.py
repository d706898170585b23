"""The look of Rightday: what every screen is made of, and nothing it is about.

Owns the base page and the gate, the components (Jinja macros, the global `ui`), the style
sheet and its tokens, the icons, the small ES modules (keys, dialogs, palette, capture,
outbox), the answer in pieces (`fragments.py`) and the static files' names
(`module_storage.py`). It knows no other room: components take plain values, the shell is a
plain dataclass (`shell.py`) that the door fills. It is not the place for a screen: those live
in their room's `pages/`, built from what is here.
"""
