"""The diary on disk: rows, facts, the chain that proves them, the gate, the writer."""
