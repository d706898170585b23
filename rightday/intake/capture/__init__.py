"""Quick capture: a text typed after a call is read, shown, saved, and can be taken back."""
