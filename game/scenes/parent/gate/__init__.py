"""The way behind the PIN: the pad, the door it is painted on, the recovery code."""
