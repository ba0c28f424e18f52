"""What my feet can do, every four weeks."""
