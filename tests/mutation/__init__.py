"""Whether the tests would notice: the rules are changed in one place, and the tests of the core must fail."""
