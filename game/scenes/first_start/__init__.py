"""The first start: PIN, child, signs, programme."""
