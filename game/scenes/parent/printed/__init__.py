"""What comes out of the printer: the doctor's page, the cards."""
