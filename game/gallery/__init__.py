"""Pictures of every screen in its important states: for looking at, for tests, never for a family."""
